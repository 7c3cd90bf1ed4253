import { DateTime } from 'luxon';
import { nextOpening } from '../contract/calendar.ts';
import { dueAt } from '../contract/no-reply.ts';
import { defineNode, leave, type Outcome, type Remark, type Visit, wait } from '../contract/node-type.ts';
import { reason } from '../contract/reason.ts';
import { momentIn } from '../contract/reason-hours.ts';
import { mistake } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';

const params = {
  type: 'object',
  required: ['mode'],
  additionalProperties: false,
  properties: {
    mode: {
      type: 'string',
      title: 'How long',
      enum: ['for', 'untilOpen', 'untilTime'],
      labels: { for: 'For a length of time', untilOpen: 'Until you open', untilTime: 'Until a time of day' },
      default: 'for',
    },
    duration: { type: 'string', title: 'Length of time', format: 'duration', examples: ['2h'] },
    calendar: {
      type: 'string',
      title: 'Calendar',
      description: 'The one that is waited for; with a length of time, only its open hours count.',
      format: 'calendar',
    },
    time: {
      type: 'string',
      title: 'Time of day',
      description: 'At your place; today if it is still to come, else tomorrow.',
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
      examples: ['09:00'],
    },
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Lets time pass before it goes on. */
export const node = defineNode({
  title: 'Wait',
  doc: 'Waits for a while, until you open, or until a time of day.',
  params,
  fresh: { mode: 'for', duration: '1h' },
  ports: () => [{ id: 'next', label: 'Next' }],
  enter,
  resume: () => leave('next'),
  why: (visit, outcome, event) => {
    if (event) return [reason('The time is over')];
    const due = outcome.move === 'end' ? undefined : dueTime(visit);
    if (due === undefined) return [];
    return outcome.move === 'leave'
      ? [reason('There is nothing to wait for')]
      : [reason('It waits until {due}', { due: momentIn(due, String(visit.scope['timeZone'] ?? 'UTC')) })];
  },
  check,
});

function enter(visit: Visit<Params>): Outcome {
  const due = dueTime(visit);
  if (due === undefined) {
    return {
      move: 'end',
      why: 'failed',
      detail: 'The calendar to wait for is gone, or does not open within a year',
    };
  }
  if (due <= visit.at) return leave('next');
  return wait('time', { effects: [{ type: 'startTimer', at: due, purpose: 'wait' }] });
}

function dueTime(visit: Visit<Params>): number | undefined {
  const { mode, duration, calendar, time = '' } = visit.params;
  if (mode === 'untilTime') return nextTime(visit, time);
  if (mode === 'for') return duration === undefined ? visit.at : dueAt(visit, duration, calendar);
  const hours = visit.calendar(calendar ?? '');
  return hours && nextOpening(hours, visit.at);
}

/** The next such time of day; one that daylight saving skips comes an hour later. */
function nextTime({ at, scope }: Visit<Params>, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const local = DateTime.fromMillis(at, { zone: String(scope['timeZone'] ?? 'UTC') });
  const now = local.isValid ? local : DateTime.fromMillis(at, { zone: 'UTC' });
  const today = now.set({ hour, minute, second: 0, millisecond: 0 });
  const next =
    today.toMillis() < at ? now.plus({ days: 1 }).set({ hour, minute, second: 0, millisecond: 0 }) : today;
  return next.toMillis();
}

function check({ mode, duration, calendar, time }: Params): readonly Remark[] {
  if (mode === 'for' && duration === undefined)
    return [mistake('duration', 'Say how long to wait, such as 2h')];
  if (mode === 'untilOpen' && calendar === undefined) {
    return [mistake('calendar', 'Choose the calendar whose opening is waited for')];
  }
  return mode === 'untilTime' && time === undefined
    ? [mistake('time', 'Say until when to wait, such as 09:00')]
    : [];
}
