import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { SPEC } from '../../server/engine/flow-file/flow-file.ts';
import { migrations } from '../../server/engine/flow-file/migrations/migrations.ts';

const FOLDER = new URL('migrations/', import.meta.url);

const load = async (name: string): Promise<JsonObject> =>
  JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as JsonObject;

const pairs = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.before.json'))
  .map((name) => name.replace('.before.json', ''));
const ran = new Set<number>();

test.each(pairs)('migration %s', async (pair) => {
  const step = Number(pair.split('-')[0]) - 1;
  const before = await load(`${pair}.before.json`);
  const untouched = structuredClone(before);
  const after = migrations[step]?.(before);
  ran.add(step);
  if (process.env['UPDATE'])
    await writeFile(new URL(`${pair}.after.json`, FOLDER), `${JSON.stringify(after, null, 2)}\n`);
  expect(after).toEqual(await load(`${pair}.after.json`));
  expect(before).toEqual(untouched);
});

test('the specs are counted by the migrations', () => {
  expect(SPEC).toBe(migrations.length + 1);
});

test('every migration was run by some pair', () => {
  expect([...ran].sort()).toEqual(migrations.map((_, step) => step));
});
