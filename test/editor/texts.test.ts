import { expect, test } from 'vitest';
import icons from '../../editor/lib/NodeIcon.tsx?raw';
import { isPublishable, statusOf } from '../../editor/lib/status.ts';
import { fill, type Texts } from '../../editor/lib/texts.ts';
import { en } from '../../editor/texts/en.ts';
import { th } from '../../editor/texts/th.ts';
import type { Face } from '../../nodes/contract/face.ts';

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, hole]) => hole))].sort();
const features = import.meta.glob<{ readonly [name: string]: Texts }>('../../editor/*/*texts.ts', {
  eager: true,
});

test('both languages have the same holes in every text', () => {
  for (const [key, text] of Object.entries(en))
    expect([key, holes(th[key as keyof typeof en])]).toEqual([key, holes(text)]);
});

test.each(Object.entries(features))('%s says everything in both languages', (path, module) => {
  for (const texts of path.includes('/phone/') || path.endsWith('/lib/texts.ts') ? [] : Object.values(module))
    for (const [key, text] of Object.entries(texts.en)) {
      expect([key, holes(texts.th[key] ?? '')]).toEqual([key, holes(text)]);
      expect([key, /\p{Script=Thai}/u.test(texts.th[key] ?? '') || !/\p{L}{4}/u.test(text)]).toEqual([
        key,
        true,
      ]);
    }
});

test('a text knows one from many', () => {
  expect(fill('en', '{n} {n|chat|chats}', { n: 1 })).toBe('1 chat');
  expect(fill('en', '{n} {n|chat|chats}', { n: 2 })).toBe('2 chats');
  expect(fill('th', '{n} {n|แชต}', { n: 2 })).toBe('2 แชต');
});

test('every icon that a face names is sent to browsers', () => {
  const faces = import.meta.glob<{ readonly face: Face }>('../../nodes/*/face.tsx', { eager: true });
  for (const [path, { face }] of Object.entries(faces))
    expect([path, new RegExp(`^  '?${face.icon}'?:`, 'm').test(icons)]).toEqual([path, true]);
});

test('a flow is a draft, live, or live with changes', () => {
  expect(statusOf({ changed: false }).key).toBe('isDraft');
  expect(statusOf({ live: 3, changed: false })).toMatchObject({ key: 'isLive', n: 3 });
  expect(statusOf({ live: 3, changed: true }).key).toBe('isChanged');
  expect(isPublishable({ changed: false, errors: 0 })).toBe(true);
  expect(isPublishable({ changed: false, errors: 1 })).toBe(false);
  expect(isPublishable({ live: 1, changed: false, errors: 0 })).toBe(false);
});
