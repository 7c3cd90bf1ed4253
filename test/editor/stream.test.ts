import { expect, test } from 'vitest';
import { arrived, emptyStream, hold } from '../../editor/live/stream.ts';
import type { JournalEntry } from '../../server/api/contract.ts';

const entry = (id: string, at: number): JournalEntry => ({
  ...{ id, at, conversation: 'c', number: 'n', contact: 'k', path: [], effects: [], ended: [] },
  event: { id, at, type: 'agentClaimed', agent: 'Mali' },
});
const ids = (entries: readonly JournalEntry[]) => entries.map(({ id }) => id);

test('the newest stands first, and the same entry twice is one', () => {
  const stream = arrived(arrived(emptyStream, [entry('a', 1)]), [entry('b', 2), entry('a', 1)]);
  expect(ids(stream.shown)).toEqual(['b', 'a']);
});

test('while somebody reads, news waits; then it is all there', () => {
  const reading = hold(arrived(emptyStream, [entry('a', 1)]), true);
  const held = arrived(reading, [entry('b', 2), entry('a', 1)]);
  expect([ids(held.shown), ids(held.held)]).toEqual([['a'], ['b']]);
  const released = hold(held, false);
  expect([ids(released.shown), ids(released.held)]).toEqual([['b', 'a'], []]);
});

test('a long stream forgets its oldest', () => {
  const many = Array.from({ length: 250 }, (_, n) => entry(`e${n}`, n));
  const { shown } = arrived(emptyStream, many);
  expect([shown.length, shown[0]?.id]).toEqual([100, 'e249']);
});
