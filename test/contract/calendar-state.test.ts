import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  type Calendar,
  type CalendarException,
  calendarState,
  type Interval,
  openSpans,
} from '../../nodes/contract/calendar.ts';
import { calendarProblems } from '../../nodes/contract/calendar-problems.ts';

const daily = (...open: readonly Interval[]): Calendar['weekly'] => ({
  ...{ mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
});
const calendar = (
  weekly: Calendar['weekly'],
  timeZone = 'Europe/Berlin',
  exceptions: readonly CalendarException[] = [],
): Calendar => ({ id: 'c', name: 'C', timeZone, weekly, exceptions });

const shop = calendar({
  mon: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
});
const bar = calendar({ fri: [['18:00', '02:00']], sat: [['18:00', '00:00']] });
const holidays = calendar(daily(['09:00', '17:00']), 'Europe/Berlin', [
  { date: '12-25', name: 'Christmas', open: [] },
  { date: '12-24', name: 'Christmas Eve', open: [['09:00', '12:00']] },
]);
const smallHours = calendar(daily(['02:30', '04:00']));
const lordHowe = calendar(daily(['01:45', '09:00']), 'Australia/Lord_Howe');
const always = calendar(daily(['00:00', '24:00']));

describe('how a calendar stands', () => {
  test.each<[string, Calendar, string, string]>([
    ['before the first hours', shop, '2026-03-02T08:00', 'closed until 2026-03-02T09:00+01:00'],
    ['at the very opening', shop, '2026-03-02T09:00', 'open until 2026-03-02T12:00+01:00'],
    ['at the very closing', shop, '2026-03-02T12:00', 'closed until 2026-03-02T13:00+01:00'],
    ['in the second half', shop, '2026-03-02T16:59', 'open until 2026-03-02T17:00+01:00'],
    ['after the last hours', shop, '2026-03-02T17:00', 'closed until 2026-03-09T09:00+01:00'],
    ['after midnight', bar, '2026-03-07T01:59', 'open until 2026-03-07T02:00+01:00'],
    ['when the night is over', bar, '2026-03-07T02:00', 'closed until 2026-03-07T18:00+01:00'],
    ['until midnight', bar, '2026-03-07T23:59', 'open until 2026-03-08T00:00+01:00'],
    ['on a holiday', holidays, '2026-12-25T10:00', 'closed until 2026-12-26T09:00+01:00 for Christmas'],
    ['on a short day', holidays, '2026-12-24T10:00', 'open until 2026-12-24T12:00+01:00 for Christmas Eve'],
    [
      'before hours that the clocks skip',
      smallHours,
      '2026-03-29T01:00',
      'closed until 2026-03-29T03:30+02:00',
    ],
    ['before hours that come twice', smallHours, '2026-10-25T00:30', 'closed until 2026-10-25T02:30+02:00'],
    [
      'where clocks turn back half an hour',
      lordHowe,
      '2026-04-05T00:00',
      'closed until 2026-04-05T01:45+11:00',
    ],
    ['always', always, '2026-03-29T02:30', 'open'],
    ['never', calendar({}), '2026-03-02T12:00', 'closed'],
  ])('%s', (_, kept, time, expected) => {
    const zone = kept.timeZone;
    const { open, changesAt, exception } = calendarState(kept, DateTime.fromISO(time, { zone }).toMillis());
    const until =
      changesAt === undefined
        ? ''
        : ` until ${DateTime.fromMillis(changesAt, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ")}`;
    expect(`${open ? 'open' : 'closed'}${until}${exception ? ` for ${exception}` : ''}`).toBe(expected);
  });
});

test('the open spans of some days: those that touch are one', () => {
  const at = Date.parse('2026-03-02T00:00Z');
  const touching = calendar(daily(['09:00', '12:00'], ['12:00', '15:00']), 'UTC');
  expect(openSpans(touching, at, 2)).toEqual([
    { from: Date.parse('2026-03-02T09:00Z'), to: Date.parse('2026-03-02T15:00Z') },
    { from: Date.parse('2026-03-03T09:00Z'), to: Date.parse('2026-03-03T15:00Z') },
  ]);
  expect(openSpans(calendar({}), at, 7)).toEqual([]);
});

describe('what is wrong with hours', () => {
  test.each<[string, Calendar, readonly string[]]>([
    ['nothing', shop, []],
    ['nothing, over midnight', bar, []],
    ['nothing, on a leap day', calendar({}, 'UTC', [{ date: '02-29', open: [] }]), []],
    [
      'hours that overlap',
      calendar({
        mon: [
          ['09:00', '13:00'],
          ['12:00', '17:00'],
        ],
      }),
      ['weekly.mon.1 overlap'],
    ],
    ['no time at all', calendar({ mon: [['09:00', '09:00']] }), ['weekly.mon.0 empty']],
    ['a start at 24:00', calendar({ mon: [['24:00', '09:00']] }), ['weekly.mon.0 empty']],
    ['a time that is none', calendar({ mon: [['09:00', '24:01']] }), ['weekly.mon.0 time']],
    [
      'a night that runs into the morning after',
      calendar({ sun: [['22:00', '06:00']], mon: [['05:00', '12:00']] }),
      ['weekly.mon.0 overlap'],
    ],
    ['a zone of another planet', calendar({}, 'Mars/Base'), ['timeZone zone']],
    [
      'a day that is none',
      calendar({}, 'UTC', [{ date: '2026-02-29', open: [] }]),
      ['exceptions.0.date date'],
    ],
    [
      'a day given twice',
      calendar({}, 'UTC', [
        { date: '12-25', open: [] },
        { date: '12-25', open: [] },
      ]),
      ['exceptions.1.date twice'],
    ],
  ])('%s', (_, kept, expected) => {
    expect(calendarProblems(kept).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
