import { DateTime } from 'luxon';

/** When a business is open. Closing times are exclusive: at 17:00 sharp, `09:00–17:00` is closed. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  /** IANA, such as Asia/Bangkok. */
  readonly timeZone: string;
  readonly weekly: { readonly [day in Weekday]?: readonly Interval[] };
  /** Days that differ: holidays (`open` empty) and special hours. A dated one beats a yearly one. */
  readonly exceptions?: readonly CalendarException[];
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** `["22:00", "02:00"]` runs over midnight; `["00:00", "24:00"]` is the whole day. */
export type Interval = readonly [from: string, to: string];

export interface CalendarException {
  /** `2026-12-25`, or `12-25` for every year. */
  readonly date: string;
  readonly name?: string;
  readonly open: readonly Interval[];
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** How far ahead an opening is looked for: a year, and the leap day. */
const HORIZON_DAYS = 367;

/** Whether the business is open at a moment (epoch ms). */
export const isOpen = (calendar: Calendar, at: number): boolean => nextOpening(calendar, at) === at;

/** When it next opens: the moment itself if it is open; undefined when it never does within a year. */
export const nextOpening = (calendar: Calendar, at: number): number | undefined =>
  spansFrom(calendar, at).next().value?.from;

/** When it next closes: undefined when it is closed, or never closes within a year. */
export function nextClosing(calendar: Calendar, at: number): number | undefined {
  if (neverCloses(calendar)) return undefined;
  let end = at;
  for (const { from, to } of spansFrom(calendar, at)) {
    if (from > end) return end === at ? undefined : end;
    end = to;
  }
  return undefined;
}

/** The moment when `ms` of open time will have passed; undefined when the calendar never opens that long. */
export function addOpenTime(calendar: Calendar, at: number, ms: number): number | undefined {
  let left = ms;
  for (const { from, to } of spansFrom(calendar, at)) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return undefined;
}

/** How a calendar stands at a moment, as facts: whoever shows it puts them into words. */
export interface CalendarState {
  readonly open: boolean;
  /** When it next closes or opens, epoch ms; left out when it never does within a year. */
  readonly changesAt?: number;
  /** The name of the exception that holds on that day, if it has one. */
  readonly exception?: string;
}

/** Whether it is open at a moment (epoch ms), why, and until when. */
export function calendarState(calendar: Calendar, at: number): CalendarState {
  const open = isOpen(calendar, at);
  const changesAt = open ? nextClosing(calendar, at) : nextOpening(calendar, at);
  const exception = exceptionOn(calendar, new Date(dateAt(calendar, at)))?.name;
  return {
    open,
    ...(changesAt !== undefined && { changesAt }),
    ...(exception !== undefined && { exception }),
  };
}

/** The open spans that touch the days from a moment on, in order, as moments (epoch ms); those that touch are one. */
export function openSpans(calendar: Calendar, at: number, days: number): readonly Span[] {
  const until = at + days * DAY_MS;
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of spansFrom(calendar, at)) {
    if (from >= until) break;
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/** From a moment until just before another, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Why it is closed or open, for people: "closed on Christmas Day", "open until 17:00". */
export function explainHours(calendar: Calendar, at: number): string {
  const closing = nextClosing(calendar, at);
  if (closing !== undefined) return `open until ${clock(calendar, closing, at)}`;
  if (isOpen(calendar, at)) return 'always open';
  const opening = nextOpening(calendar, at);
  const until = opening === undefined ? '' : `, opens ${clock(calendar, opening, at)}`;
  const holiday = exceptionOn(calendar, new Date(dateAt(calendar, at)));
  return `closed${holiday?.name ? ` for ${holiday.name}` : ''}${until}`;
}

function clock(calendar: Calendar, moment: number, now: number): string {
  const [then, today] = [moment, now].map((ms) =>
    DateTime.fromMillis(ms, { zone: calendar.timeZone, locale: 'en' }),
  );
  if (!then || !today) return '';
  if (then.hasSame(today, 'day')) return then.toFormat('HH:mm');
  return then.toFormat(moment - now < 6 * 86_400_000 ? 'cccc HH:mm' : 'yyyy-MM-dd HH:mm');
}

/** The open spans from a moment on, clipped to it and to one another, in order. Two may touch. */
function* spansFrom(calendar: Calendar, at: number): Generator<Span, undefined> {
  const today = dateAt(calendar, at);
  let reached = at;
  // The day before may run over midnight.
  for (let offset = -1; offset <= HORIZON_DAYS; offset += 1)
    for (const { from, to } of spansOn(calendar, today + offset * DAY_MS)) {
      if (to > reached) yield { from: Math.max(from, reached), to };
      reached = Math.max(reached, to);
    }
  return undefined;
}

/** The date at a moment where the calendar is, as its midnight in UTC. */
function dateAt({ timeZone }: Calendar, at: number): number {
  const { year, month, day } = DateTime.fromMillis(at, { zone: timeZone });
  return Date.UTC(year, month - 1, day);
}

const DAY_MS = 86_400_000;
/** Two years of days. */
const REMEMBERED_DAYS = 732;
const remembered = new WeakMap<Calendar, Map<number, readonly Span[]>>();

/** The spans that begin on a date. Time zones are dear to ask, and the same few days are asked about all day long. */
function spansOn(calendar: Calendar, date: number): readonly Span[] {
  const days = remembered.get(calendar) ?? new Map<number, readonly Span[]>();
  const known = days.get(date);
  if (known) return known;
  if (days.size === 0) remembered.set(calendar, days);
  if (days.size >= REMEMBERED_DAYS) days.clear();
  const spans = workOut(calendar, new Date(date));
  days.set(date, spans);
  return spans;
}

function workOut(calendar: Calendar, date: Date): readonly Span[] {
  const intervals = intervalsOn(calendar, date);
  if (intervals.length === 0) return [];
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const start = DateTime.fromObject({ year, month, day }, { zone: calendar.timeZone });
  return intervals.map(([from, to]) => span(start, from, to)).sort((a, b) => a.from - b.from);
}

const neverCloses = ({ weekly, exceptions = [] }: Calendar): boolean =>
  exceptions.length === 0 &&
  WEEKDAYS.every((day) => weekly[day]?.some(([from, to]) => from === '00:00' && to === '24:00'));

function span(day: DateTime, from: string, to: string): Span {
  const overMidnight = to <= from;
  return { from: moment(day, from), to: moment(overMidnight ? day.plus({ days: 1 }) : day, to) };
}

/** A wall time as a moment: one that daylight saving skips moves on by an hour, an ambiguous one is the first. */
function moment(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 24) return day.plus({ days: 1 }).startOf('day').toMillis();
  const local = day.set({ hour, minute, second: 0, millisecond: 0 });
  const first = TURNED_BACK_MINUTES.map((minutes) => local.minus({ minutes })).find(
    (earlier) => earlier.hour === local.hour && earlier.minute === local.minute,
  );
  return (first ?? local).toMillis();
}

/** How far clocks are turned back: an hour nearly everywhere, half of one on Lord Howe Island. */
const TURNED_BACK_MINUTES = [60, 30];

/** The intervals of a day, given as its midnight in UTC. */
function intervalsOn(calendar: Calendar, date: Date): readonly Interval[] {
  const weekday = WEEKDAYS[(date.getUTCDay() + 6) % 7] ?? 'mon';
  return exceptionOn(calendar, date)?.open ?? calendar.weekly[weekday] ?? [];
}

function exceptionOn({ exceptions = [] }: Calendar, date: Date): CalendarException | undefined {
  if (exceptions.length === 0) return undefined;
  const dated = date.toISOString().slice(0, 10);
  const yearly = dated.slice(5);
  return exceptions.find((day) => day.date === dated) ?? exceptions.find((day) => day.date === yearly);
}
