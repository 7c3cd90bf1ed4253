import { IANAZone } from 'luxon';
import type { Calendar, CalendarException, Interval, Weekday } from './calendar.ts';

/** Something that is wrong with a calendar, told by a code and by a sentence. */
export interface CalendarProblem {
  /** Where it is, as a path such as `weekly.mon.1` or `exceptions.0.date`. */
  readonly field: string;
  readonly code: CalendarProblemCode;
  readonly message: string;
}

export type CalendarProblemCode = 'zone' | 'time' | 'empty' | 'overlap' | 'date' | 'twice';

const DAYS: readonly (readonly [Weekday, string])[] = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
];
const DAY_MINUTES = 1440;
/** 24:00 is midnight at the end of a day; there is no 24:30. */
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Everything that is wrong with business hours; nothing when they can be kept as they are. */
export const calendarProblems = (calendar: Omit<Calendar, 'id'>): readonly CalendarProblem[] => [
  ...zoneProblems(calendar.timeZone),
  ...weekProblems(calendar.weekly),
  ...(calendar.exceptions ?? []).flatMap(exceptionProblems),
];

const zoneProblems = (timeZone: string): readonly CalendarProblem[] =>
  IANAZone.isValidZone(timeZone)
    ? []
    : [
        problem(
          'timeZone',
          'zone',
          `There is no time zone "${timeZone}"; they are written like Asia/Bangkok.`,
        ),
      ];

function weekProblems(weekly: Calendar['weekly']): readonly CalendarProblem[] {
  const perDay = DAYS.flatMap(([day, name]) => intervalProblems(weekly[day] ?? [], `weekly.${day}`, name));
  if (perDay.length > 0) return perDay;
  return DAYS.flatMap(([day, name], index) => {
    const [next, nextName] = DAYS[(index + 1) % DAYS.length] ?? [day, name];
    const late = (weekly[day] ?? []).find(isOverMidnight);
    const early = (weekly[next] ?? []).findIndex(([from]) => late && minutesOf(from) < minutesOf(late[1]));
    if (!late || early === -1) return [];
    const says = `The hours of ${name} run until ${late[1]} on ${nextName}, which has other hours then.`;
    return [problem(`weekly.${next}.${early}`, 'overlap', says)];
  });
}

function exceptionProblems(
  { date, open }: CalendarException,
  index: number,
  all: readonly CalendarException[],
): readonly CalendarProblem[] {
  const field = `exceptions.${index}`;
  if (!isDate(date)) return [problem(`${field}.date`, 'date', `There is no day "${date}".`)];
  if (all.findIndex((other) => other.date === date) < index)
    return [problem(`${field}.date`, 'twice', `The day ${date} is in the list twice.`)];
  return intervalProblems(open, `${field}.open`, date);
}

function intervalProblems(
  intervals: readonly Interval[],
  field: string,
  day: string,
): readonly CalendarProblem[] {
  const spans = intervals.map(([from, to]) => ({
    from: minutesOf(from),
    to: to <= from ? minutesOf(to) + DAY_MINUTES : minutesOf(to),
  }));
  return intervals.flatMap(([from, to], index) => {
    const here = `${field}.${index}`;
    const bad = [from, to].find((time) => !TIME.test(time));
    if (bad !== undefined) return [problem(here, 'time', `"${bad}" on ${day} is no time of a day.`)];
    if (from === to || from === '24:00')
      return [problem(here, 'empty', `${from}–${to} on ${day} has no time in it.`)];
    const other = spans.slice(0, index).findIndex((before) => overlap(before, spans[index]));
    if (other === -1) return [];
    const [otherFrom, otherTo] = intervals[other] ?? [];
    const says = `${from}–${to} on ${day} overlaps ${otherFrom}–${otherTo}.`;
    return [problem(here, 'overlap', says)];
  });
}

interface Minutes {
  readonly from: number;
  readonly to: number;
}

const overlap = (one: Minutes, other: Minutes | undefined): boolean =>
  other !== undefined && one.from < other.to && other.from < one.to;

const isOverMidnight = ([from, to]: Interval): boolean => to < from && to !== '00:00';

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A day that there is; 02-29 comes round, if not every year. */
function isDate(date: string): boolean {
  const full = date.length === 5 ? `2024-${date}` : date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(full)) return false;
  const moment = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(full);
}

const problem = (field: string, code: CalendarProblemCode, message: string): CalendarProblem => ({
  field,
  code,
  message,
});
