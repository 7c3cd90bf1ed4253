import { isOpen } from '../contract/calendar.ts';
import type { Event } from '../contract/event.ts';
import type { Outcome, Visit } from '../contract/node-type.ts';
import { type Reason, reason } from '../contract/reason.ts';
import { reasonsOfHours } from '../contract/reason-hours.ts';

const CAME_BACK = {
  resolved: 'Somebody answered and is done',
  nobody: 'Nobody is there to take it',
  timedOut: 'Nobody took it in time',
  customerLeft: 'The contact left',
} as const;

/** Why people were asked or not, and how the conversation came back from them. */
export function why(
  { params, at, calendar }: Visit<{ readonly calendar?: string; readonly giveUpAfter?: string }>,
  _outcome: Outcome,
  event?: Event,
): readonly Reason[] {
  if (event?.type === 'agentReleased') return [reason(CAME_BACK[event.how])];
  if (event?.type === 'timerFired')
    return [reason('Nobody took it within {after}', { after: params.giveUpAfter ?? '' })];
  if (event) return [];
  const hours = params.calendar === undefined ? undefined : calendar(params.calendar);
  if (!hours) return [];
  return [
    ...reasonsOfHours(hours, at),
    reason(isOpen(hours, at) ? 'so people are asked' : 'so nobody is asked'),
  ];
}
