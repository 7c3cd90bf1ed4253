import { DateTime } from 'luxon';
import { type Calendar, type Interval, openSpans, type Weekday } from '../../nodes/contract/calendar.ts';

export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WORKDAYS = WEEK.slice(0, 5);

/** A calendar while it is being drawn: not yet kept, perhaps not yet right. */
export type CalendarDraft = Omit<Calendar, 'id'>;
type Weekly = Calendar['weekly'];

const OFFICE: Interval = ['09:00', '17:00'];
const WHOLE_DAY: Interval = ['00:00', '24:00'];

/** What a new calendar begins with: an office, where the browser is. */
export const newCalendar = (name: string, timeZone: string): CalendarDraft => ({
  name,
  timeZone,
  weekly: Object.fromEntries(WORKDAYS.map((day) => [day, [OFFICE]])),
});

/** The hours of a day. */
export const hoursOf = (weekly: Weekly, day: Weekday): readonly Interval[] => weekly[day] ?? [];

/** The week with other hours on some days; days without hours are closed. */
export function withHours(weekly: Weekly, days: readonly Weekday[], hours: readonly Interval[]): Weekly {
  const entries = WEEK.flatMap((day) => {
    const next = days.includes(day) ? hours : hoursOf(weekly, day);
    return next.length > 0 ? [[day, next] as const] : [];
  });
  return Object.fromEntries(entries);
}

export const isWholeDay = (hours: readonly Interval[]): boolean =>
  hours.length === 1 && hours[0]?.[0] === WHOLE_DAY[0] && hours[0][1] === WHOLE_DAY[1];

export const wholeDay: readonly Interval[] = [WHOLE_DAY];

/** One more interval, after the last: an hour's break, then to the end of the working day. */
export function withAnother(hours: readonly Interval[]): readonly Interval[] {
  const last = hours.at(-1);
  if (!last) return [OFFICE];
  const [hour = 0] = last[1].split(':').map(Number);
  const from = Math.min(hour + 1, 22);
  return [...hours, [`${two(from)}:00`, `${two(Math.min(from + 3, 23))}:00`]];
}

/**
 * A time as people type it (`9`, `9.30`, `0930`, `5pm`) as `09:30`; undefined for what is none. Midnight at the end of a
 * day is `24:00`.
 */
export function readTime(typed: string, isEnd: boolean): string | undefined {
  const text = typed.toLowerCase().replace(/\s+/g, '');
  const [, digits = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/.exec(text) ?? /^(\d{1,2})(\d{2})(am|pm)?$/.exec(text) ?? [];
  const hour = hourOf(digits, half);
  if (hour === undefined || Number(minutes) > 59) return undefined;
  const time = `${two(hour)}:${minutes}`;
  if (isEnd && time === '00:00') return '24:00';
  return hour < 24 || (isEnd && minutes === '00') ? time : undefined;
}

/** From 0 to 24; with am and pm, from 1 to 12. */
function hourOf(digits: string, half: string | undefined): number | undefined {
  const hour = Number(digits);
  if (digits === '' || hour > 24) return undefined;
  if (half === undefined) return hour;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : undefined;
}

/** Whether hours end on the day after. */
export const runsOver = ([from, to]: Interval): boolean => to < from;

const two = (n: number): string => String(n).padStart(2, '0');

/** A day of the picture: its open parts as shares of the day, from 0 to 1. */
export interface PictureDay {
  /** Its midnight, epoch ms. */
  readonly at: number;
  readonly open: readonly { readonly from: number; readonly to: number }[];
  /** The name of the exception, and whether there is one at all. */
  readonly exception?: string;
}

/** The next seven days as they will be, exceptions included. */
export function pictureOf(calendar: Calendar, now: number): readonly PictureDay[] {
  const start = DateTime.fromMillis(now, { zone: calendar.timeZone }).startOf('day');
  const spans = openSpans(calendar, start.toMillis(), 8);
  return Array.from({ length: 7 }, (_, offset) => {
    const day = start.plus({ days: offset });
    const [from, to] = [day.toMillis(), day.plus({ days: 1 }).startOf('day').toMillis()];
    const share = (at: number): number => (Math.min(Math.max(at, from), to) - from) / (to - from);
    const open = spans
      .filter((span) => span.from < to && span.to > from)
      .map((span) => ({ from: share(span.from), to: share(span.to) }));
    const exception = exceptionOf(calendar, day);
    return { at: from, open, ...(exception !== undefined && { exception }) };
  });
}

function exceptionOf({ exceptions = [] }: Calendar, day: DateTime): string | undefined {
  const [dated, yearly] = [day.toFormat('yyyy-MM-dd'), day.toFormat('MM-dd')];
  const found =
    exceptions.find(({ date }) => date === dated) ?? exceptions.find(({ date }) => date === yearly);
  return found && (found.name ?? '');
}

/** `12-25` as a day that a date field can show: this year's, or the next leap year's. */
export function fullDate(date: string, thisYear: number): string {
  if (date.length !== 5) return date;
  const year = date === '02-29' ? thisYear + ((4 - (thisYear % 4)) % 4) : thisYear;
  return `${year}-${date}`;
}

/** How a day is kept that comes every year, or only once. */
export const keptDate = (date: string, isYearly: boolean): string => (isYearly ? date.slice(5) : date);
