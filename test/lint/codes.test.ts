import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CODES } from '../../server/engine/lint/codes.ts';
import { cases } from './cases.ts';

test('codes are plain words in kebab-case', () => {
  for (const code of Object.keys(CODES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('every code is proved by a test, here or where flow files are read', async () => {
  const reading = await readFile(new URL('../flow-file/read-flow-file.test.ts', import.meta.url), 'utf8');
  const proved = new Set<string>(cases.map(({ code }) => code));
  expect(Object.keys(CODES).filter((code) => !proved.has(code) && !reading.includes(`'${code}'`))).toEqual(
    [],
  );
});

test('every sentence names things and ends as a sentence', () => {
  for (const { says } of cases) {
    expect(says).toMatch(/^["A-Z].*[.?]$/);
    expect(says).not.toMatch(/undefined|null|\[object|NaN/);
  }
});
