import { expect, test } from 'vitest';
import { createLimits } from '../../server/api/access/limits.ts';

const wrong = async () => false;

test('one may ask much, and too much is refused until a moment has passed', async () => {
  const limits = createLimits();
  for (let n = 0; n < 600; n += 1) await limits.request('a browser', false);
  const refused = { status: 429, code: 'too-many-requests', retryAfterSeconds: expect.any(Number) };
  await expect(limits.request('a browser', false)).rejects.toMatchObject(refused);
  await limits.request('another browser', false);
  for (let n = 0; n < 601; n += 1) await limits.request('a program', true);
});

test('an email that is guessed at from everywhere is closed for all, for a while', async () => {
  const limits = createLimits();
  for (let n = 0; n < 40; n += 1)
    expect(await limits.password(`203.0.113.${n}`, 'ann@shop.test', wrong)).toBe(false);
  await expect(limits.password('198.51.100.1', 'ann@shop.test', async () => true)).rejects.toMatchObject({
    code: 'too-many-tries',
  });
  expect(await limits.password('198.51.100.1', 'ben@shop.test', async () => true)).toBe(true);
});

test('an address that guesses at everybody is closed, with all its neighbours in IPv6', async () => {
  const limits = createLimits();
  for (let n = 0; n < 40; n += 1)
    await limits.password(`2001:db8:1:2::${n.toString(16)}`, `${n}@shop.test`, wrong);
  await expect(limits.password('2001:db8:1:2:ffff::1', 'new@shop.test', wrong)).rejects.toMatchObject({
    code: 'too-many-tries',
  });
  expect(await limits.password('2001:db8:1:3::1', 'new@shop.test', wrong)).toBe(false);
});

test('a hundred guesses at once are a hundred guesses', async () => {
  const limits = createLimits();
  const guesses = await Promise.allSettled(
    Array.from({ length: 100 }, () => limits.password('203.0.113.9', 'ann@shop.test', wrong)),
  );
  expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('right keys cost no tries', async () => {
  const limits = createLimits();
  for (let n = 0; n < 50; n += 1) expect(await limits.key('203.0.113.9', () => true)).toBe(true);
  for (let n = 0; n < 10; n += 1) expect(await limits.key('203.0.113.9', () => false)).toBe(false);
  await expect(limits.key('203.0.113.9', () => true)).rejects.toMatchObject({ status: 429 });
});
