import { readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const CORE = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const sheet = (name: string) => readFileSync(join(CORE, 'styles', `${name}.css`), 'utf8').trim();
/** What every page needs, whatever it draws. */
const GROUND = ['baseline', 'default-css-variables', 'global'];

/** Where each thing that Mantine exports is made: in a module of its own, or in another package. */
const homes = new Map(
  [
    ...readFileSync(join(CORE, 'esm', 'index.mjs'), 'utf8').matchAll(/import \{([^}]*)\} from "([^"]+)"/g),
  ].flatMap(([, names = '', from = '']) =>
    names.split(',').map((name) => [name.trim().split(' as ').at(-1) ?? '', from] as const),
  ),
);

/** The style sheets of a module and of everything it is made of. */
function sheetsOf(module: string, met = new Set<string>()): readonly string[] {
  if (met.has(module)) return [];
  met.add(module);
  if (module.includes('.module')) return [basename(module).replace(/\.module.*/, '')];
  return [...readFileSync(module, 'utf8').matchAll(/from "(\.[^"]+)"/g)].flatMap(([, next = '']) =>
    sheetsOf(join(dirname(module), next), met),
  );
}

const FROM_MANTINE = /import \{([^}]*)\} from ['"]@mantine\/core['"]/g;

/** What the pages, and the notifications of Mantine, take from it. */
async function taken(): Promise<ReadonlySet<string>> {
  const notifications = join(dirname(CORE), 'notifications', 'esm', '**', '*.mjs');
  const files = await Array.fromAsync(glob(['editor/**/*.{ts,tsx}', 'nodes/*/face.tsx', notifications]));
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const names = sources.flatMap((source) =>
    [...source.matchAll(FROM_MANTINE)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim())),
  );
  return new Set(names.filter((name) => name !== '' && !name.startsWith('type ')));
}

const imported = [
  ...readFileSync('editor/mantine.css', 'utf8').matchAll(/@import "@mantine\/core\/styles\/(.+)\.css"/g),
].map(([, name = '']) => name);

test('every component that is drawn has its styles, and no other is loaded', async () => {
  const needed = new Set(GROUND);
  for (const name of await taken()) {
    const home = homes.get(name);
    expect(home, name).toBeDefined();
    if (home?.startsWith('.')) for (const one of sheetsOf(join(CORE, 'esm', home))) needed.add(one);
  }
  expect(imported.toSorted()).toEqual([...needed].sort());
});

test('the styles come in the order that Mantine gives them, for later ones win', () => {
  const all = readFileSync(join(CORE, 'styles.css'), 'utf8');
  const places = imported.map((name) => all.indexOf(sheet(name)));
  expect(Math.min(...places)).toBe(0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
