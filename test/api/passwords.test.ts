import { expect, test } from 'vitest';
import { hashPassword, isPassword, newPassword, weaknessOf } from '../../server/api/access/passwords.ts';

test('a password is kept as argon2id with the strength that OWASP advises, and salted', async () => {
  const kept = await hashPassword('correct horse battery');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await hashPassword('correct horse battery')).not.toBe(kept);
  expect(await isPassword('correct horse battery', kept)).toBe(true);
  expect(await isPassword('correct horse batterz', kept)).toBe(false);
});

test('the same letters from another keyboard are the same password', async () => {
  expect(await isPassword('cafe\u0301 noir noir', await hashPassword('café noir noir'))).toBe(true);
});

test('hashes of another strength can still be checked', async () => {
  // Made with m=8,t=1 by the reference of node:crypto, so that the strength can be raised one day.
  const { argon2Sync } = await import('node:crypto');
  const salt = Buffer.from('0123456789abcdef');
  const hash = argon2Sync('argon2id', {
    message: 'an older password',
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 8,
    passes: 1,
  });
  const kept = `$argon2id$v=19$m=8,t=1,p=1$${salt.toString('base64').replace(/=+$/, '')}$${hash.toString('base64').replace(/=+$/, '')}`;
  expect(await isPassword('an older password', kept)).toBe(true);
});

test.each([undefined, '', 'plain text', '$argon2id$v=19$m=8$$'])(
  'nothing fits what is no hash: %s',
  async (kept) => {
    expect(await isPassword('', kept)).toBe(false);
    expect(await isPassword('plain text', kept)).toBe(false);
  },
);

test('many at once are all answered', async () => {
  const kept = await hashPassword('correct horse battery');
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, n) => isPassword(n % 2 ? 'wrong' : 'correct horse battery', kept)),
  );
  expect(answers.filter(Boolean)).toHaveLength(5);
});

test('what is easy to guess is refused with a sentence', () => {
  for (const password of [
    'short',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'password123!',
    'somchai2024',
  ])
    expect([password, weaknessOf(password, 'somchai@shop.test')]).toEqual([
      password,
      expect.stringMatching(/\.$/),
    ]);
  for (const password of ['correct horse battery', 'ร้านขายผ้าม่านเชียงใหม่', newPassword()])
    expect([password, weaknessOf(password, 'somchai@shop.test')]).toEqual([password, undefined]);
});

test('passwords that are made up are long, plain and never the same', () => {
  const made = Array.from({ length: 200 }, newPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
});
