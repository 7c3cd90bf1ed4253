import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../nodes/contract/json.ts';
import { draftOf } from '../../server/engine/flow-file/flow-file.ts';
import { readFlowFile } from '../../server/engine/flow-file/read-flow-file.ts';
import { writeFlowFile } from '../../server/engine/flow-file/write-flow-file.ts';
import { lint } from '../../server/engine/lint/lint.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import orderStatus from './migrations/1-to-2.before.json' with { type: 'json' };

const types = await loadNodeTypes();

/** A sound file with a node of every type there is, each with some params. */
const everyType: Json = {
  spec: 2,
  name: 'Everything',
  nodes: [...types].map(([type, { params }]) => ({
    ...{ id: type, type, v: 1 },
    params: Object.fromEntries(
      Object.entries(params.properties).map(([key, schema]) => [
        key,
        schema.type === 'array' ? [{ id: 'a', label: 'A', name: 'b', text: '{{ c }}' }] : '1d',
      ]),
    ),
  })),
  edges: [...types.keys()].flatMap((from) =>
    ['next', 'ok', 'a', 'noReply'].map((port) => ({ from, port, to: from === 'ask' ? 'wait' : 'ask' })),
  ),
};

const rubbish: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    '',
    '{{',
    '{{ a',
    '__proto__',
    'constructor',
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    '1d',
    'ask',
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
);

/** Puts rubbish in the place of the nth value of a file. */
function damage(whole: Json, nth: number, by: Json): Json {
  let left = nth;
  const walk = (value: Json): Json => {
    left -= 1;
    if (left === 0) return by;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, walk(field)]));
  };
  return walk(whole);
}

const size = (value: Json): number => JSON.stringify(value).split(/[,{[]/).length;

const damaged = fc
  .constantFrom<Json[]>(orderStatus, everyType)
  .chain((file) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: size(file) }), rubbish), { minLength: 1, maxLength: 5 })
      .map((damages) => damages.reduce((sofar, [nth, by]) => damage(sofar, nth, by), file)),
  );

function openAndLint(source: Json): void {
  const { file, problems } = readFlowFile(source, types);
  expect(file !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true);
  if (!file) return;
  lint(draftOf(file), { types, flow: { id: 'ask', name: 'Ask', order: 0 }, known: { flow: new Set() } });
  expect(readFlowFile(writeFlowFile(file), types).file).toEqual(file);
}

test('a damaged file is opened as far as it goes, and never throws', () => {
  fc.assert(fc.property(damaged, openAndLint), { numRuns: 500 });
});

test('a torn text never throws', () => {
  const text = JSON.stringify(everyType);
  const torn = fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary' }))
    .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone));
  fc.assert(fc.property(torn, openAndLint), { numRuns: 200 });
});

test('a draft nobody ever read is linted without a throw, too', () => {
  const { file } = readFlowFile(everyType, types);
  const twice = { ...draftOf(file!).graph, nodes: [...file!.nodes, ...file!.nodes] };
  expect(lint({ graph: twice }, { types }).map(({ code }) => code)).toContain('duplicate-id');
});
