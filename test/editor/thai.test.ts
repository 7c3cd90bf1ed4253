import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Entries } from '../../editor/lib/dictionary.ts';
import { dictionary } from '../../editor/texts/node-words-th.ts';
import type { Face } from '../../nodes/contract/face.ts';
import type { Json } from '../../nodes/contract/json.ts';
import type { AnyNodeType } from '../../nodes/contract/node-type.ts';
import type { Schema } from '../../nodes/contract/schema.ts';
import { type Filling, holesIn, type Sentence } from '../../nodes/contract/sentence.ts';
import { lint } from '../../server/engine/lint/lint.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import { cases } from '../lint/cases.ts';
import { types as lintTypes } from '../lint/types.ts';
import { readCases } from '../nodes/case.ts';

const registry = await loadNodeTypes();
const faces = import.meta.glob<{ readonly face: Face }>('../../nodes/*/face.tsx', { eager: true });
const { shared, types } = dictionary;

/** What a node type shows is looked up in its own folder, then among what all share. */
const missing = (type: string, texts: Iterable<string>): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '' && !(types[type]?.[text] ?? shared[text]));

/** A sample that stands for words, and not for a name, a number or an address. */
const isProse = (sample: Json, schema: Schema): sample is string =>
  typeof sample === 'string' &&
  /^[A-Za-z][A-Za-z ,.'’]+$/.test(sample) &&
  !('format' in schema && (schema.format === 'variable' || schema.format === 'duration')) &&
  !('pattern' in schema && schema.pattern !== undefined);

function* textsOf(schema: Schema): Generator<string> {
  if (schema.title !== undefined) yield schema.title;
  if (schema.description !== undefined) yield schema.description;
  for (const sample of schema.examples ?? []) if (isProse(sample, schema)) yield sample;
  if (schema.type === 'string') yield* Object.values(schema.labels ?? {});
  if (schema.type === 'array') yield* textsOf(schema.items);
  if (schema.type === 'object') for (const field of Object.values(schema.properties)) yield* textsOf(field);
}

function* templatesOf(filling: Filling): Generator<string> {
  if (typeof filling !== 'object') return;
  yield filling.says;
  for (const value of Object.values(filling.values ?? {})) yield* templatesOf(value);
}

async function shownBy(name: string, type: AnyNodeType): Promise<readonly string[]> {
  const samples = (await readCases(name)).flatMap(({ params }) => params ?? []);
  const said: Sentence[] = [];
  const texts: string[] = [type.title, type.doc, ...textsOf(type.params)];
  const face = faces[`../../nodes/${name}/face.tsx`]?.face;
  for (const params of [{}, type.fresh ?? {}, ...samples]) {
    texts.push(...type.ports(params).flatMap(({ label, authored }) => (authored ? [] : [label])));
    face?.summary(params, (says, values = {}) => {
      said.push({ says, values });
      return says;
    });
  }
  for (const params of samples) {
    said.push(...(type.check?.(params) ?? []).map(({ sentence }) => sentence));
    if (type.trigger) said.push(type.trigger(params).says);
  }
  return [...texts, ...said.flatMap((sentence) => [...templatesOf(sentence)])];
}

test.each([...registry])('%s shows nothing that it does not say in Thai', async (name, type) => {
  expect(missing(name, await shownBy(name, type))).toEqual([]);
});

test('every value that a form offers has words', () => {
  const unnamed = (schema: Schema): readonly string[] => {
    if (schema.type === 'array') return unnamed(schema.items);
    if (schema.type === 'object') return Object.values(schema.properties).flatMap(unnamed);
    return schema.type === 'string' ? (schema.enum ?? []).filter((value) => !schema.labels?.[value]) : [];
  };
  for (const [name, { params }] of registry) expect([name, unnamed(params)]).toEqual([name, []]);
});

test('the linter says everything in Thai', () => {
  const said = cases.flatMap(({ graph, context }) =>
    lint({ graph }, { types: lintTypes, ...context }).flatMap(({ sentence, fix }) => [
      ...templatesOf(sentence),
      ...(fix ? templatesOf(fix.sentence) : []),
    ]),
  );
  // What the small node types of these tests are called, nobody reads.
  const own = [...lintTypes.values()].flatMap(({ title, params }) => [title, ...textsOf(params)]);
  const theirs = new Set([...own, 'Two options say "{label}"', 'Yes', 'No', 'Took too long']);
  expect(missing('contract', said).filter((text) => !theirs.has(text))).toEqual([]);
});

/** Where what is said to people is written down. */
const sources = await Array.fromAsync(
  glob([
    ...['nodes/**/*.{ts,tsx}', 'server/engine/**/*.ts'],
    ...['server/runtime/receive.ts', 'server/channels/whatsapp/failure*.ts'],
  ]),
);
const LITERAL = /`(?:[^`\\]|\\.)*`|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;
/** What is thrown only programmers read, and what contacts write is no text of ours. */
const NOT_SAID = /Error\(\s*$|^nodes\/ask\/read-|^nodes\/[^/]+\/cases/;

/** The texts of a source file that look like words for people. */
const proseIn = (source: string): readonly string[] =>
  source
    .replace(/^\s*(\/\/|\*|\/\*).*$|^import .*$|\/(?![*/])(?:\\.|\[.*?\]|[^/\n])+\/[a-z]*(?=[,.;)])/gm, '')
    .split(/(?<=[,;{}([])\n/)
    .flatMap((line) =>
      Array.from(line.matchAll(LITERAL), ({ 1: double, 2: single, index }) =>
        NOT_SAID.test(line.slice(0, index)) ? '' : (double ?? single ?? '').replace(/\\(.)/g, '$1'),
      ),
    )
    .filter((text) => /[a-z]{2} [a-z{"]|[}"] [a-z]{2}/.test(text));

test.each(sources.filter((file) => !NOT_SAID.test(file)).sort())('%s says it in Thai too', async (file) => {
  const type = /^nodes\/([^/]+)\//.exec(file)?.[1] ?? 'contract';
  const said = proseIn(await readFile(file, 'utf8'));
  // The server says much to its log; to people it says whole sentences.
  const isLogged = (text: string) => !/^(nodes|server\/engine)\//.test(file) && !/^[A-Z].*[.:]$/.test(text);
  expect(
    missing(
      type,
      said.filter((text) => !isLogged(text)),
    ),
  ).toEqual([]);
});

const files: readonly (readonly [string, Entries])[] = [['shared', shared], ...Object.entries(types)];

test.each(files)('the Thai of %s is Thai, and has the same holes', (_, entries) => {
  for (const [english, thai] of Object.entries(entries)) {
    expect([english, [...holesIn(thai)].sort()]).toEqual([english, [...holesIn(english)].sort()]);
    const isName = !/\p{L}{3}/u.test(english.replace(/\{.*?\}/g, ''));
    expect([english, isName || /\p{Script=Thai}/u.test(thai)]).toEqual([english, true]);
  }
});

test('what a box is called in a sentence is what it is called on the canvas', () => {
  const once = new Map(Object.entries(shared));
  for (const [, entries] of files)
    for (const [english, thai] of Object.entries(entries)) {
      expect([english, once.get(english) ?? thai]).toEqual([english, thai]);
      once.set(english, thai);
    }
});

/** What the checker of the API's bodies says of a field. */
const AJV = /^" must | than | pattern "/;

test('nothing is said in Thai that nobody says any more', async () => {
  const all = await Array.fromAsync(
    glob(['nodes/**/*.{ts,tsx}', 'server/*.ts', 'server/{engine,runtime,channels,api}/**/*.ts']),
  );
  const texts = await Promise.all(all.map((file) => readFile(file, 'utf8')));
  const everything = texts.join('\n').replaceAll('\\', '');
  for (const [, entries] of files)
    for (const english of Object.keys(entries)) {
      const parts = english.replaceAll('\\', '').split(/\{\w+(?:\|.*?)?\}/);
      expect(
        parts.filter((part) => part.trim().length > 2 && !everything.includes(part) && !AJV.test(part)),
      ).toEqual([]);
    }
});
