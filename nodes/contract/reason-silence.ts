import type { Event } from './event.ts';
import { isObject, type Json } from './json.ts';
import type { NoReply } from './no-reply.ts';
import type { Outcome } from './node-type.ts';
import { type Reason, reason } from './reason.ts';

/** Why a question stopped waiting for words that did not come, or asked once more. */
export function reasonsOfSilence(noReply: NoReply | undefined, outcome: Outcome): readonly Reason[] {
  if (!noReply) return [];
  return outcome.move === 'wait'
    ? [reason('Nobody has answered yet, so a reminder goes out')]
    : [reason('Nobody answered within {after}', { after: noReply.after })];
}

/** How often an answer has not fitted, this time included, and whether that was the last try. */
export function reasonsOfMisfit(
  { memo, tries = 3 }: { readonly memo?: Json; readonly tries?: number },
  outcome: Outcome,
): readonly Reason[] {
  const before = isObject(memo) && typeof memo['tried'] === 'number' ? memo['tried'] : 0;
  return outcome.move === 'wait'
    ? [reason('That was try {tried} of {tries}, so it asks again', { tried: before + 1, tries })]
    : [reason('That was the last of {tries} tries', { tries })];
}

/** A message could not be sent or a request could not be made. */
export const reasonOfFailure = (event: Event & { readonly type: 'effectFailed' }): Reason =>
  reason('It failed: {reason}', { reason: event.reason });
