import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Texts } from '../../editor/lib/texts.ts';
import { en } from '../../editor/texts/en.ts';

const features = import.meta.glob<{ readonly [name: string]: Texts }>(
  ['../../editor/*/*texts.ts', '../../editor/forms/texts/*.ts'],
  { eager: true },
);
const isTexts = (file: string): boolean => /texts(-\w+)?\.ts$|^editor\/(texts|phone)\//.test(file);
const read = async (pattern: string): Promise<string> => {
  const files = (await Array.fromAsync(glob(pattern))).filter((file) => !isTexts(file));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
};
const pages = await read('editor/**/*.{ts,tsx}');
/** What pages call by name: themselves, by a name that something has, or by what the server says. */
const words = new Set(
  [
    ...pages.matchAll(/'(\w+)'|\b(\w+)\??:/g),
    ...(await read('{server,nodes}/**/*.ts')).matchAll(/'([\w-]+)'/g),
  ].map(([, word, name]) =>
    (word ?? name ?? '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  ),
);
const composed = [...pages.matchAll(/`(\w*)\$\{[^`{}]*\}(\w*)`/g)]
  .filter(([, before = '', after = '']) => (before + after).length > 2)
  .map(([, before, after]) => new RegExp(`^${before}.+${after}$`));

/** The phone is a page of its own, `lib/texts.ts` has none, and steps of a check are named by the server. */
const elsewhere = /\/phone\/|\/lib\/texts\.ts$|\/check-texts\.ts$/;

const unused = (texts: object): readonly string[] =>
  Object.keys(texts).filter((key) => !words.has(key) && !composed.some((made) => made.test(key)));

test('every text of the pages is said somewhere', () => {
  expect(unused(en)).toEqual([]);
});

test.each(Object.entries(features).filter(([path]) => !elsewhere.test(path)))(
  'every text of %s is said somewhere',
  (_, module) => {
    for (const texts of Object.values(module)) expect(unused(texts.en)).toEqual([]);
  },
);
