import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isObject, type Json } from '../../nodes/contract/json.ts';
import { demoWorkspace } from '../../server/demo/workspace.ts';

const folders = readdirSync('flows-examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('every example is live in the demo, and the fallback is one of them', () => {
  const ids = demoWorkspace.flows.map(({ id }) => id);
  expect([...ids].sort()).toEqual([...folders].sort());
  expect(ids).toContain(demoWorkspace.number.fallback);
});

test('the conversations of the examples are played in the hours of the demo', async () => {
  expect(JSON.parse(await readFile('flows-examples/office.json', 'utf8'))).toEqual(
    demoWorkspace.calendars[0],
  );
});

test('every template that an example falls back on is there, with as many holes as it fills', async () => {
  const fallbacks = (value: Json): readonly { name: string; language: string; body?: readonly string[] }[] =>
    Array.isArray(value)
      ? value.flatMap(fallbacks)
      : isObject(value)
        ? Object.entries(value).flatMap(([key, field]) =>
            key === 'fallback' ? [field as { name: string; language: string }] : fallbacks(field),
          )
        : [];
  const known = new Map(
    demoWorkspace.templates.map(({ name, language, body }) => [
      `${name}/${language}`,
      body.match(/\{\{\d\}\}/g)?.length ?? 0,
    ]),
  );
  const texts = await Promise.all(
    folders.map((flow) => readFile(`flows-examples/${flow}/flow.json`, 'utf8')),
  );
  const used = texts.flatMap((text) => fallbacks(JSON.parse(text) as Json));
  expect(used.length).toBeGreaterThan(0);
  for (const { name, language, body = [] } of used)
    expect([`${name}/${language}`, known.get(`${name}/${language}`)]).toEqual([
      `${name}/${language}`,
      body.length,
    ]);
});
