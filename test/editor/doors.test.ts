import { expect, test } from 'vitest';
import { strengthOf } from '../../editor/account/strength.ts';
import { takeUntold, tell } from '../../editor/lib/tell.ts';
import { pageAt } from '../../editor/shell/page.ts';
import { seenWhen } from '../../editor/users/seen.ts';
import { weaknessOf } from '../../server/api/access/passwords.ts';

const pages = [{ path: '/' }, { path: '/flows/:id' }, { path: '/watch' }] as const;

test('an address shows its page, and nothing for what is no page', () => {
  expect(pageAt(pages, '/')).toEqual({ found: pages[0], id: '' });
  expect(pageAt(pages, '/watch/')?.found).toBe(pages[2]);
  expect(pageAt(pages, '/flows/order%20status')).toEqual({ found: pages[1], id: 'order status' });
  expect(pageAt(pages, '/flows/100%')).toEqual({ found: pages[1], id: '100%' });
  for (const address of ['/flows', '/flows/a/b', '/nothing']) expect(pageAt(pages, address)).toBeUndefined();
});

test('the hint never praises a password that the server refuses', () => {
  for (const password of [
    '',
    'short',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'correct horse',
    'Tr0ub4dor&3x',
  ])
    if (weaknessOf(password, 'a@b') !== undefined)
      expect([password, ['none', 'short', 'weak']]).toEqual([
        password,
        expect.arrayContaining([strengthOf(password)]),
      ]);
  expect(strengthOf('correct horse battery')).toBe('good');
  expect(strengthOf('ร้านขายผ้าม่านเชียงใหม่')).toBe('good');
  expect(strengthOf('qwertzuiop')).toBe('fair');
});

test('when somebody was here is told in hours, days and months, in both languages', () => {
  const now = Date.UTC(2026, 0, 31);
  const hour = 3_600_000;
  expect(seenWhen(now - hour, now, 'en')).toBeUndefined();
  expect(seenWhen(now - 5 * hour, now, 'en')).toBe('5 hours ago');
  expect(seenWhen(now - 26 * hour, now, 'en')).toBe('yesterday');
  expect(seenWhen(now - 100 * 24 * hour, now, 'en')).toBe('3 months ago');
  expect(seenWhen(now - 5 * hour, now, 'th')).toContain('ชั่วโมง');
});

test('what is told before somebody listens is not lost', () => {
  tell({ kind: 'done', message: 'one' });
  tell({ kind: 'trouble', message: 'two' });
  expect(takeUntold().map(({ message }) => message)).toEqual(['one', 'two']);
  expect(takeUntold()).toEqual([]);
});
