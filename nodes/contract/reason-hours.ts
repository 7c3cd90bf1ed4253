import { type Calendar, explainHours, isOpen, nextClosing, nextOpening } from './calendar.ts';
import type { Json } from './json.ts';
import { type Reason, reason } from './reason.ts';

const DAY_MS = 86_400_000;

/** A moment in a reason: each reader sees it in their own words. */
export const momentIn = (at: number, zone: string): Json => ({ at, zone });

/** Why a calendar counts as open or closed at a moment (epoch ms). */
export function reasonsOfHours(calendar: Calendar | undefined, at: number): readonly Reason[] {
  if (!calendar) return [reason('The calendar is gone, so it counts as closed')];
  const { name, timeZone: zone } = calendar;
  const now = { now: momentIn(at, zone), zone, calendar: name };
  if (isOpen(calendar, at)) {
    const closes = nextClosing(calendar, at);
    return closes === undefined
      ? [reason('It is {now} in {zone}: {calendar} is always open', now)]
      : [
          reason('It is {now} in {zone}: {calendar} is open until {closes}', {
            ...now,
            closes: momentIn(closes, zone),
          }),
        ];
  }
  return [...closed(calendar, at, now)];
}

function closed(calendar: Calendar, at: number, now: Reason['values']): readonly Reason[] {
  const { timeZone: zone } = calendar;
  const opening = nextOpening(calendar, at);
  if (opening === undefined)
    return [reason('It is {now} in {zone}: {calendar} is closed and does not open within a year', now)];
  const opens = momentIn(opening, zone);
  const holiday = /^closed for (.+), opens/.exec(explainHours(calendar, at))?.[1];
  if (holiday)
    return [
      reason('It is {now} in {zone}: {calendar} is closed for {holiday}, opens {opens}', {
        ...now,
        holiday,
        opens,
      }),
    ];
  const since = lastClosing(calendar, at);
  return since === undefined
    ? [reason('It is {now} in {zone}: {calendar} is closed, opens {opens}', { ...now, opens })]
    : [
        reason('It is {now} in {zone}: {calendar} is closed since {since}, opens {opens}', {
          ...now,
          since: momentIn(since, zone),
          opens,
        }),
      ];
}

/** When it closed, if that was within the last days. */
function lastClosing(calendar: Calendar, at: number): number | undefined {
  let found: number | undefined;
  let from: number | undefined = at - 5 * DAY_MS;
  while (from !== undefined && from < at) {
    const open = nextOpening(calendar, from);
    const closing: number | undefined =
      open === undefined || open >= at ? undefined : nextClosing(calendar, open);
    if (closing !== undefined && closing <= at) found = closing;
    from = closing === undefined ? undefined : closing + 1;
  }
  return found;
}
