import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addOpenTime,
  type Calendar,
  type CalendarException,
  explainHours,
  type Interval,
  isOpen,
  nextClosing,
  nextOpening,
} from '../../nodes/contract/calendar.ts';

const day: readonly Interval[] = [['09:00', '17:00']];
const all = (...open: readonly Interval[]): Calendar['weekly'] => ({
  ...{ mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
});
const office = { mon: day, tue: day, wed: day, thu: day, fri: day };

const calendar = (
  weekly: Calendar['weekly'],
  timeZone = 'Europe/Berlin',
  exceptions: readonly CalendarException[] = [],
): Calendar => ({ id: 'c', name: 'C', timeZone, weekly, exceptions });

/** A wall time where the calendar is, or with an offset of its own. */
const at = ({ timeZone }: Calendar, time: string): number =>
  DateTime.fromISO(time, { zone: timeZone }).toMillis();
const shown = ({ timeZone }: Calendar, ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : DateTime.fromMillis(ms, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");

const berlin = calendar(office);
const night = calendar({ fri: [['22:00', '02:00']], sat: [['01:00', '03:00']] });
const always = calendar(all(['00:00', '24:00']));
const never = calendar({});
const holidays = calendar(office, 'Europe/Berlin', [
  { date: '12-25', name: 'Christmas', open: [] },
  { date: '2026-12-25', name: 'Christmas sale', open: [['10:00', '12:00']] },
  { date: '2026-03-07', name: 'Open Saturday', open: [['10:00', '14:00']] },
  { date: '02-29', name: 'Leap day', open: [] },
]);

describe('a business is open', () => {
  test.each<[string, Calendar, string, boolean]>([
    ['not a moment before it opens', berlin, '2026-03-02T08:59:59.999', false],
    ['when it opens', berlin, '2026-03-02T09:00', true],
    ['until it closes', berlin, '2026-03-02T16:59:59.999', true],
    ['not when it closes', berlin, '2026-03-02T17:00', false],
    ['not on Saturday', berlin, '2026-03-07T12:00', false],
    ['by its own clock', berlin, '2026-03-02T08:30Z', true],
    ['not before its night begins', night, '2026-03-06T21:59', false],
    ['over midnight', night, '2026-03-07T00:30', true],
    ['where two nights overlap', night, '2026-03-07T02:30', true],
    ['not after both', night, '2026-03-07T03:00', false],
    ['always, on the day clocks jump', always, '2026-03-29T02:30', true],
    ['always, at midnight', always, '2026-01-01T00:00', true],
    ['never', never, '2026-03-02T12:00', false],
    ['not on a yearly holiday', holidays, '2028-12-25T11:00', false],
    ['on a date that differs from the yearly one', holidays, '2026-12-25T11:00', true],
    ['on that date only as long as it says', holidays, '2026-12-25T13:00', false],
    ['on a special Saturday', holidays, '2026-03-07T13:00', true],
    ['not on a leap day off', holidays, '2028-02-29T12:00', false],
  ])('%s', (_, hours, time, open) => {
    expect(isOpen(hours, at(hours, time))).toBe(open);
  });
});

describe('it opens next', () => {
  const once = (date: string) => calendar({}, 'UTC', [{ date, open: day }]);
  const newYork = (...open: readonly Interval[]) => calendar(all(...open), 'America/New_York');
  test.each<[string, Calendar, string, string | undefined]>([
    ['now, when it is open', berlin, '2026-03-02T12:00', '2026-03-02T12:00+01:00'],
    ['the same morning', berlin, '2026-03-02T07:00', '2026-03-02T09:00+01:00'],
    ['from closing time on, the next morning', berlin, '2026-03-02T17:00', '2026-03-03T09:00+01:00'],
    ['after the weekend', berlin, '2026-03-06T17:00', '2026-03-09T09:00+01:00'],
    ['after a weekend on which summer begins', berlin, '2026-03-27T18:00', '2026-03-30T09:00+02:00'],
    ['on a special Saturday', holidays, '2026-03-06T18:00', '2026-03-07T10:00+01:00'],
    ['after a holiday', holidays, '2028-12-22T18:00', '2028-12-26T09:00+01:00'],
    ['never', never, '2026-03-02T12:00', undefined],
    ['in almost a year', once('2027-02-28'), '2026-03-02T12:00', '2027-02-28T09:00+00:00'],
    ['not in more than a year', once('2027-03-20'), '2026-03-02T12:00', undefined],
    [
      'an hour later when clocks jump over it',
      newYork(['02:30', '04:00']),
      '2026-03-08T00:00',
      '2026-03-08T03:30-04:00',
    ],
    [
      'the first time when it comes twice',
      newYork(['01:30', '04:00']),
      '2026-11-01T00:00',
      '2026-11-01T01:30-04:00',
    ],
    [
      'at one when there is no midnight',
      calendar(all(['00:00', '06:00']), 'America/Santiago'),
      '2026-09-05T12:00',
      '2026-09-06T01:00-03:00',
    ],
  ])('%s', (_, hours, from, opens) => {
    expect(shown(hours, nextOpening(hours, at(hours, from)))).toBe(opens);
  });
});

describe('it closes next', () => {
  test.each<[string, Calendar, string, string | undefined]>([
    ['the same day', berlin, '2026-03-02T12:00', '2026-03-02T17:00+01:00'],
    ['not at all while it is closed', berlin, '2026-03-02T18:00', undefined],
    ['not at all when it never does', always, '2026-03-02T12:00', undefined],
    ['after midnight, with what overlaps', night, '2026-03-06T23:00', '2026-03-07T03:00+01:00'],
    [
      'at the midnight that ends the last whole day',
      calendar({ mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] }),
      '2026-03-02T12:00',
      '2026-03-04T00:00+01:00',
    ],
    [
      'at the first of two half past ones',
      calendar(all(['00:00', '01:30']), 'America/New_York'),
      '2026-11-01T00:30',
      '2026-11-01T01:30-04:00',
    ],
    [
      'on the holiday of one that else never does',
      calendar(all(['00:00', '24:00']), 'UTC', [{ date: '12-25', open: [] }]),
      '2026-12-01T12:00',
      '2026-12-25T00:00+00:00',
    ],
  ])('%s', (_, hours, from, closes) => {
    expect(shown(hours, nextClosing(hours, at(hours, from)))).toBe(closes);
  });
});

describe('open time passes', () => {
  const HOUR = 3_600_000;
  const newYork = calendar(all(['00:00', '04:00']), 'America/New_York');
  test.each<[string, Calendar, string, number, string | undefined]>([
    ['within a day', berlin, '2026-03-02T10:00', 2, '2026-03-02T12:00+01:00'],
    ['from when it opens', berlin, '2026-03-02T06:00', 2, '2026-03-02T11:00+01:00'],
    ['until the very closing', berlin, '2026-03-02T10:00', 7, '2026-03-02T17:00+01:00'],
    ['over a night', berlin, '2026-03-02T16:00', 2, '2026-03-03T10:00+01:00'],
    ['over a weekend', berlin, '2026-03-06T16:00', 2, '2026-03-09T10:00+01:00'],
    ['over a weekend on which summer begins', berlin, '2026-03-27T16:00', 2, '2026-03-30T10:00+02:00'],
    ['over a week of work', berlin, '2026-03-02T09:00', 40, '2026-03-06T17:00+01:00'],
    ['where it never closes', always, '2026-03-28T12:00', 24, '2026-03-29T13:00+02:00'],
    ['not where it never opens', never, '2026-03-02T09:00', 1, undefined],
    ['not more than there is in a year', berlin, '2026-03-02T09:00', 3_000, undefined],
    ['once where two spans overlap', night, '2026-03-06T22:00', 5, '2026-03-07T03:00+01:00'],
    ['over special hours', holidays, '2026-12-24T16:00', 2, '2026-12-25T11:00+01:00'],
    ['on a night that lacks an hour', newYork, '2026-03-08T01:00', 2, '2026-03-08T04:00-04:00'],
    ['on a night that has one twice', newYork, '2026-11-01T01:00-04:00', 2, '2026-11-01T02:00-05:00'],
  ])('%s', (_, hours, from, open, until) => {
    expect(shown(hours, addOpenTime(hours, at(hours, from), open * HOUR))).toBe(until);
  });
});

describe('hours in words', () => {
  test.each<[string, Calendar, string]>([
    ['open until 17:00', berlin, '2026-03-02T12:00'],
    ['open until Tuesday 00:00', calendar({ mon: [['00:00', '24:00']] }), '2026-03-02T12:00'],
    ['closed, opens 09:00', berlin, '2026-03-02T06:00'],
    ['closed, opens Monday 09:00', berlin, '2026-03-06T18:00'],
    ['closed for Christmas, opens Tuesday 09:00', holidays, '2028-12-25T12:00'],
    ['always open', always, '2026-03-02T12:00'],
    ['closed', never, '2026-03-02T12:00'],
    [
      'closed, opens 2026-12-24 09:00',
      calendar({}, 'UTC', [{ date: '2026-12-24', open: day }]),
      '2026-03-02T12:00',
    ],
  ])('%s', (sentence, hours, time) => {
    expect(explainHours(hours, at(hours, time))).toBe(sentence);
  });
});
