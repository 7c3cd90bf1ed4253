import { DateTime, Info } from 'luxon';
import { fold } from '../contract/keywords.ts';

/** Days from today. */
const RELATIVE = words({
  0: ['today', 'วันนี้', 'hoy'],
  1: ['tomorrow', 'tmr', 'พรุ่งนี้', 'วันพรุ่งนี้', 'mañana'],
  2: ['day after tomorrow', 'the day after tomorrow', 'มะรืน', 'มะรืนนี้', 'วันมะรืน', 'pasado mañana'],
});

const LOCALES = ['en', 'th', 'es', 'pt', 'fr', 'de', 'id'];
const MONTHS = new Map(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((length) =>
      Info.months(length, { locale }).map((name, index) => [fold(name), index + 1] as const),
    ),
  ),
).set('sept', 9);

const WEEKDAYS = LOCALES.flatMap((locale) =>
  (['long', 'short'] as const).flatMap((length) => Info.weekdays(length, { locale }).map(fold)),
).filter((name) => !MONTHS.has(name)); // "mar" is also the Spanish Tuesday
/** Words that may stand in a date and say nothing. */
const FILLERS = new Set([
  ...WEEKDAYS,
  'of',
  'the',
  'on',
  'st',
  'nd',
  'rd',
  'th',
  'de',
  'del',
  'el',
  'วันที่',
  'เดือน',
  'ปี',
]);
/** The Buddhist and the common era, as Thais mark a year; the year itself tells them apart. */
const ERAS = /(พ ศ|ค ศ)(?=\s|\d|$)/g;

/**
 * A day as ISO yyyy-mm-dd: 2026-03-09, 9/3/2026 (the day first), 9 March 2569, 9 มี.ค., today, พรุ่งนี้.
 * Without a year the next such day is meant, seen from `at` in `timeZone`.
 */
export function readDate(text: string, at: number, timeZone: string): string | undefined {
  const local = DateTime.fromMillis(at, { zone: timeZone });
  const today = (local.isValid ? local : DateTime.fromMillis(at, { zone: 'UTC' })).startOf('day');
  const folded = fold(text);
  const days = RELATIVE.get(folded);
  if (days !== undefined) return iso(today.plus({ days }));
  // 12:30 is a time, and would read as the 30th of December.
  if (text.includes(':')) return undefined;
  const parts = folded.replace(ERAS, ' ').match(/\d+|[^\d\s]+/g) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  const name = parts.filter((part) => !/^\d/.test(part) && !FILLERS.has(part)).join(' ');
  const month = MONTHS.get(name);
  if (name !== '' && month === undefined) return undefined;
  return inOrder(month === undefined ? numbers : withMonth(numbers, month), today);
}

/** Puts a named month between day and year, as if all were numbers. */
function withMonth(numbers: readonly string[], month: number): readonly string[] {
  const [first = '', ...rest] = numbers;
  return [first, String(month), ...rest];
}

function inOrder(numbers: readonly string[], today: DateTime): string | undefined {
  if (numbers.length < 2 || numbers.length > 3) return undefined;
  const yearFirst = numbers.length === 3 && numbers[0]?.length === 4;
  const [day = '', month = '', year] = yearFirst ? numbers.toReversed() : numbers;
  if (day.length > 2 || month.length > 2) return undefined;
  // Americans put the month first; where only that makes a date, it is what they meant.
  const swapped = Number(month) > 12 && !yearFirst;
  const [d, m] = swapped ? [Number(month), Number(day)] : [Number(day), Number(month)];
  return year === undefined ? nextSuchDay(d, m, today) : iso(dayOf(fullYear(year), m, d));
}

function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 2) return value < 50 ? 2000 + value : Number.NaN;
  if (year.length !== 4) return Number.NaN;
  return value >= 2400 ? value - 543 : value;
}

/** Up to eight years on, for the sake of the 29th of February. */
function nextSuchDay(day: number, month: number, today: DateTime): string | undefined {
  for (let year = today.year; year <= today.year + 8; year += 1) {
    const date = iso(dayOf(year, month, day));
    if (date !== undefined && date >= (iso(today) ?? '')) return date;
  }
  return undefined;
}

const dayOf = (year: number, month: number, day: number): DateTime =>
  year >= 1900 && year < 2200
    ? DateTime.fromObject({ year, month, day }, { zone: 'UTC' })
    : DateTime.invalid('out of range');

const iso = (date: DateTime): string | undefined =>
  date.isValid ? (date.toISODate() ?? undefined) : undefined;

function words(lists: { readonly [days: number]: readonly string[] }): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([days, list]) => list.map((word) => [fold(word), Number(days)] as const)),
  );
}
