import { expect, test } from 'vitest';
import type { Stretch } from '../server/store/store.ts';
import { createTallies, lastDays } from '../server/tallies.ts';

const HOUR = 3_600_000;

test('days are those of the place, however long they are', () => {
  // Clocks went forward in Berlin on 29 March 2026.
  const days = lastDays(Date.parse('2026-03-31T10:00:00+02:00'), 'Europe/Berlin');
  expect(days).toHaveLength(7);
  expect(days.map(({ from, until }) => (until - from) / HOUR)).toEqual([24, 24, 24, 24, 23, 24, 24]);
  expect(new Date(days[6]?.from ?? 0).toISOString()).toBe('2026-03-30T22:00:00.000Z');
  for (const [n, { until }] of days.slice(0, -1).entries()) expect(days[n + 1]?.from).toBe(until);
});

function counting() {
  let now = Date.parse('2026-03-05T12:00:00Z');
  let asked = 0;
  let isAway = false;
  const count = async (_flow: string, { from, until }: Stretch) => {
    asked += 1;
    if (isAway) throw new Error('away');
    return (until - from) / HOUR;
  };
  const source = { journal: { starts: count }, goals: { reached: count } };
  return {
    tallies: createTallies(source, () => now),
    pass: (ms: number) => {
      now += ms;
    },
    away: (is: boolean) => {
      isAway = is;
    },
    asked: () => {
      const before = asked;
      asked = 0;
      return before;
    },
  };
}

test('a count is believed for a while, and one of today not as long', async () => {
  const { tallies, pass, asked } = counting();
  const week = await tallies.week(['a', 'b'], 'UTC');
  expect(week.get('a')).toEqual({ starts: Array(7).fill(24), goals: Array(7).fill(24) });
  expect(asked()).toBe(2 * 14);
  await tallies.week(['a', 'b'], 'UTC');
  expect(asked()).toBe(0);
  pass(31_000);
  await tallies.week(['a', 'b'], 'UTC');
  expect(asked()).toBe(2 * 2);
  pass(600_000);
  await tallies.week(['a'], 'UTC');
  expect(asked()).toBe(14);
});

test('a count that failed is asked again', async () => {
  const { tallies, away, asked } = counting();
  away(true);
  await expect(tallies.week(['a'], 'UTC')).rejects.toThrow('away');
  away(false);
  asked();
  expect((await tallies.week(['a'], 'UTC')).get('a')?.starts).toHaveLength(7);
  expect(asked()).toBe(14);
});
