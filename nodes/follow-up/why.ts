import type { Event } from '../contract/event.ts';
import type { Outcome, Visit } from '../contract/node-type.ts';
import { type Reason, reason } from '../contract/reason.ts';
import { momentIn } from '../contract/reason-hours.ts';

/** When it comes back, or why it did not. */
export function why({ scope }: Visit<object>, outcome: Outcome, event?: Event): readonly Reason[] {
  const zone = String(scope['timeZone'] ?? 'UTC');
  if (outcome.move === 'end' && outcome.detail === 'answered')
    return [reason('The contact has written since, so it says nothing')];
  const due = (outcome.move === 'leave' ? outcome.fork?.effects : [])?.flatMap((effect) =>
    effect.type === 'startTimer' ? [effect.at] : [],
  )[0];
  return [
    ...(event && outcome.move === 'leave' ? [reason('The contact has not written since')] : []),
    ...(due === undefined ? [] : [reason('It comes back {due}', { due: momentIn(due, zone) })]),
  ];
}
