import { expect, test } from 'vitest';
import { choose, countStatuses, EVERYTHING, labelsOf, moved, standingOf } from '../../editor/flows/filter.ts';
import { sparkBars } from '../../editor/flows/spark-bars.ts';
import { ago } from '../../editor/lib/ago.ts';
import type { FlowSummary } from '../../server/api/contract.ts';

const flow = (id: string, more: Partial<FlowSummary> = {}): FlowSummary => ({
  ...{
    id,
    name: id,
    order: 0,
    changed: false,
    revision: 1,
    updatedAt: 0,
    triggers: [],
    errors: 0,
    warnings: 0,
  },
  nodes: 1,
  ...more,
});
const keyword = (...keywords: string[]) => ({ node: 'a', type: 'keyword', params: { keywords } });
const shop = [
  flow('prices', {
    ...{ name: 'Price list', order: 1, live: 2, labels: ['sales', 'shop'], updatedAt: 30 },
    triggers: [keyword('how much', 'ราคาเท่าไหร่')],
    week: { starts: [1, 2, 3], goals: [0, 0, 1] },
  }),
  flow('visit', {
    name: 'Café visit',
    order: 0,
    live: 1,
    changed: true,
    updatedAt: 10,
    description: 'Books a table',
  }),
  flow('new', {
    name: 'New',
    order: 2,
    errors: 2,
    labels: ['shop'],
    updatedAt: 20,
    week: { starts: [9], goals: [] },
  }),
  flow('old', { name: 'Old', order: 3, archived: true, labels: ['attic'] }),
];
const ids = (wish: Partial<typeof EVERYTHING>) =>
  choose(shop, { ...EVERYTHING, ...wish }).map(({ id }) => id);

test('a flow stands in one way', () => {
  expect(shop.map(standingOf)).toEqual(['live', 'changed', 'draft', 'archived']);
});

test.each([
  ['', ['visit', 'prices', 'new']],
  ['PRICE', ['prices']],
  ['cafe', ['visit']],
  ['table books', ['visit']],
  ['how much', ['prices']],
  ['เท่าไหร่', ['prices']],
  ['shop', ['prices', 'new']],
  ['shop nothing', []],
])('who looks for %j finds %j', (text, found) => {
  expect(ids({ text })).toEqual(found);
});

test('statuses and labels narrow the list; what is put away shows only in the archive', () => {
  expect(ids({ status: 'live' })).toEqual(['visit', 'prices']);
  expect(ids({ status: 'changed' })).toEqual(['visit']);
  expect(ids({ status: 'draft' })).toEqual(['new']);
  expect(ids({ status: 'withMistakes' })).toEqual(['new']);
  expect(ids({ status: 'archived' })).toEqual(['old']);
  expect(ids({ label: 'shop', status: 'live' })).toEqual(['prices']);
  expect(labelsOf(shop)).toEqual(['attic', 'sales', 'shop']);
  expect(countStatuses(shop)).toEqual({
    all: 3,
    draft: 1,
    live: 2,
    changed: 1,
    withMistakes: 1,
    archived: 1,
  });
});

test('the list can be sorted, and nothing is moved in the original', () => {
  expect(ids({ sort: 'byName' })).toEqual(['visit', 'new', 'prices']);
  expect(ids({ sort: 'byChange' })).toEqual(['prices', 'new', 'visit']);
  expect(ids({ sort: 'byStarts' })).toEqual(['new', 'prices', 'visit']);
  expect(shop[0]?.id).toBe('prices');
});

test('one is moved to the place of another', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
});

test('bars stand on the ground, the highest fills the box, and something is never nothing', () => {
  const bars = sparkBars([0, 1, 100, 50], 46, 20);
  expect(bars.map(({ height }) => height)).toEqual([1, 3, 20, 10]);
  for (const { y, height } of bars) expect(y + height).toBe(20);
  const last = bars.at(-1)!;
  expect(last.x + last.width).toBeCloseTo(46);
  expect(sparkBars([0, 0], 10, 5).every(({ isEmpty }) => isEmpty)).toBe(true);
  expect(sparkBars([], 10, 5)).toEqual([]);
});

test('times are told in words', () => {
  const now = Date.UTC(2026, 2, 5, 12);
  expect(ago(now - 30_000, now, 'en')).toBe('now');
  expect(ago(now + 5_000, now, 'en')).toBe('now');
  expect(ago(now - 61_000, now, 'en')).toBe('1 minute ago');
  expect(ago(now - 5 * 3_600_000, now, 'en')).toBe('5 hours ago');
  expect(ago(now - 86_400_000, now, 'en')).toBe('yesterday');
  expect(ago(now - 3 * 86_400_000, now, 'th')).toMatch(/3 วันที่ผ่านมา|3 วันก่อน/);
  expect(ago(now - 800 * 86_400_000, now, 'en')).toBe('2 years ago');
});
