import { describe, expect, test } from 'vitest';
import { createGovernor, type Governor } from '../../server/runtime/governor.ts';

const number = { id: '1', perSecond: 10 };
const slowNumber = { id: '2', perSecond: 1 };

/** Lets so many messages, each to its own contact, wait for their turns; tells when each went and how often all asked. */
function play(governor: Governor, sender: typeof number, count: number, from = 0) {
  const due = Array.from({ length: count }, (_, i) => ({ id: `m${i}`, at: from }));
  const went: { readonly id: string; readonly at: number }[] = [];
  let asked = 0;
  while (due.length > 0) {
    due.sort((a, b) => a.at - b.at);
    const next = due.shift();
    if (!next) break;
    asked += 1;
    const wait = governor.reserve(sender, `c-${next.id}`, next.id, next.at);
    if (wait > 0) due.push({ id: next.id, at: next.at + wait });
    else went.push(next);
  }
  return { went, asked };
}

describe('a number', () => {
  test('goes at its own pace after a burst of a second', () => {
    const { went } = play(createGovernor(), number, 110);
    expect(went.filter(({ at }) => at === 0)).toHaveLength(10);
    expect(went.at(-1)?.at).toBeGreaterThanOrEqual(9_900);
    expect(went.at(-1)?.at).toBeLessThan(13_000);
  });

  test('lets those who wait come back one after the other, not all for one place', () => {
    const { went, asked } = play(createGovernor(), slowNumber, 300);
    expect(went).toHaveLength(300);
    // Each asks when its turn is likely, and every half a minute at most while it is far back.
    expect(asked).toBeLessThan(300 * 12);
    expect(went.at(-1)?.at).toBeLessThan(400_000);
  });

  test('lets nobody who comes anew go before those who wait', () => {
    const governor = createGovernor();
    expect(governor.reserve(slowNumber, 'a', 'm1', 0)).toBe(0);
    const wait = governor.reserve(slowNumber, 'b', 'm2', 0);
    expect(wait).toBe(1_000);
    expect(governor.reserve(slowNumber, 'c', 'm3', 1_000)).toBeGreaterThan(0);
    expect(governor.reserve(slowNumber, 'b', 'm2', 1_000)).toBe(0);
  });

  test('waits for nobody who does not come back', () => {
    const governor = createGovernor();
    governor.reserve(slowNumber, 'a', 'm1', 0);
    for (let i = 0; i < 50; i += 1) governor.reserve(slowNumber, `gone${i}`, `gone${i}`, 0);
    expect(governor.reserve(slowNumber, 'b', 'm2', 120_000)).toBe(0);
  });

  test('halves its pace when the channel complains, rests, and wins it back', () => {
    const governor = createGovernor();
    governor.reserve(number, 'a', 'm1', 0);
    governor.slow('1', 0);
    governor.slow('1', 100); // of the same rush
    expect(governor.rate('1')).toBe(5);
    expect(governor.reserve(number, 'a', 'm2', 500)).toBeGreaterThan(0);
    expect(governor.reserve(number, 'a', 'm3', 60_000)).toBe(0);
    expect(governor.rate('1')).toBe(10);
  });

  test('never stops altogether', () => {
    const governor = createGovernor();
    governor.reserve(number, 'a', 'm1', 0);
    for (let i = 0; i < 20; i += 1) governor.slow('1', i * 1_000);
    expect(governor.rate('1')).toBeGreaterThanOrEqual(1 / 3);
  });

  test('takes a new pace when it is given one', () => {
    const governor = createGovernor();
    governor.reserve(number, 'a', 'm1', 0);
    governor.reserve({ ...number, perSecond: 2 }, 'a', 'm2', 1_000);
    expect(governor.rate('1')).toBe(2);
  });
});

describe('one contact', () => {
  test('gets 45 at once and one in six seconds after that, and holds up nobody else', () => {
    const governor = createGovernor();
    const fast = { id: '3', perSecond: 1_000 };
    for (let i = 0; i < 45; i += 1) expect(governor.reserve(fast, 'a', `m${i}`, 0)).toBe(0);
    expect(governor.reserve(fast, 'a', 'm45', 0)).toBe(6_000);
    expect(governor.reserve(fast, 'b', 'other', 0)).toBe(0);
    expect(governor.reserve(fast, 'a', 'm45', 6_000)).toBe(0);
  });

  test('rests as long as the channel asks', () => {
    const governor = createGovernor();
    governor.slowPair('1', 'a', 0, 16_000);
    expect(governor.reserve(number, 'a', 'm', 0)).toBe(16_000);
    expect(governor.reserve(number, 'a', 'm', 16_000)).toBe(0);
  });
});
