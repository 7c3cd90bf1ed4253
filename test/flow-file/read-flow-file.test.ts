import { expect, test } from 'vitest';
import type { Json } from '../../nodes/contract/json.ts';
import { readFlowFile } from '../../server/engine/flow-file/read-flow-file.ts';
import { writeFlowFile } from '../../server/engine/flow-file/write-flow-file.ts';
import { types } from '../lint/types.ts';
import orderStatus from './migrations/1-to-2.before.json' with { type: 'json' };

const hello = { id: 'hello', type: 'send-message', v: 1, params: { messages: [{ text: 'Hi' }] } };
const start = { id: 'start', type: 'any-message', v: 1, params: {} };
const toHello = { from: 'start', port: 'next', to: 'hello' };
const sound = { spec: 2, name: 'Greeting', nodes: [start, hello], edges: [toHello] };

const codes = (source: Json) => readFlowFile(source, types).problems.map(({ code }) => code);
const sentences = (source: Json) => readFlowFile(source, types).problems.map(({ message }) => message);

test('a sound file opens without a word, as text and as JSON', () => {
  const { file, problems } = readFlowFile(JSON.stringify(sound), types);
  expect(problems).toEqual([]);
  expect(file).toMatchObject({ ...sound, layout: { start: { x: 0, y: 0 }, hello: { x: 320, y: 0 } } });
  expect(readFlowFile(sound, types)).toEqual({ file, problems });
});

test('what was written is read back the same', () => {
  const { file } = readFlowFile(orderStatus, types);
  expect(readFlowFile(writeFlowFile(file!), types)).toEqual({ file, problems: [] });
});

test('a file of spec 1 opens as today, nodes upgraded', () => {
  const { file, problems } = readFlowFile(orderStatus, types);
  expect(problems).toEqual([]);
  expect(file?.nodes.find(({ id }) => id === 'which')).toEqual({
    id: 'which',
    type: 'ask',
    v: 2,
    params: { question: 'What is your order number?', saveAs: 'order', noReply: { after: '30m' } },
  });
});

test.each([
  ['', 'The file is empty.'],
  [
    '{\n  "a": 1,\n}',
    'The file is not JSON: at line 3, column 1, it needs a name in double quotes, but has "}" there.',
  ],
  ['{"a": [1 2]}', 'The file is not JSON: at line 1, column 10, it needs a comma or "]", but has "2" there.'],
  ['{"a": tru}', 'The file is not JSON: at line 1, column 7, it needs a value, but has "tru" there.'],
  ['{"a": "b', 'The file is not JSON: at line 1, column 9, it needs a closing quote, but ends there.'],
  [
    '{"a": "\\x"}',
    'The file is not JSON: at line 1, column 8, it needs a proper escape such as \\n or \\", but has "\\" there.',
  ],
  ['[1, [2', 'The file is not JSON: at line 1, column 7, it needs a comma or "]", but ends there.'],
  ['{} {}', 'The file is not JSON: at line 1, column 4, it needs the end of the file, but has "{" there.'],
])('%j is no JSON, and the sentence says where', (text, sentence) => {
  const { file, problems } = readFlowFile(text, types);
  expect(file).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'file-not-json', severity: 'error', message: sentence }]);
});

test.each<[string, Json, string]>([
  ['a huge file', ' '.repeat(6_000_001), 'file-too-large'],
  ['a bottomless file', JSON.parse('['.repeat(100) + ']'.repeat(100)) as Json, 'file-too-deep'],
  ['a bottomless text', '['.repeat(100_000) + ']'.repeat(100_000), 'file-too-deep'],
  ['a list', [], 'file-shape'],
  ['no nodes', { spec: 2, name: 'x' }, 'file-shape'],
  ['edges that are no list', { ...sound, edges: {} }, 'file-shape'],
  ['a spec in words', { ...sound, spec: 'two' }, 'file-shape'],
  ['a newer file', { ...sound, spec: 3 }, 'file-too-new'],
  ['a file of somebody else', { groups: [{ blocks: [] }], edges: [] }, 'file-foreign'],
])('%s is refused with a reason', (_, source, code) => {
  const { file, problems } = readFlowFile(source, types);
  expect(file).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('a newer file says what to do', () => {
  expect(sentences({ ...sound, spec: 3 })).toEqual([
    'This file was made by a newer Sluice (its spec is 3, this one reads up to 2). Upgrade Sluice, or export the flow from the older one.',
  ]);
});

test('a node that cannot be read stays, marked', () => {
  const { file, problems } = readFlowFile({ ...sound, nodes: [start, hello, 5, { id: 'x' }, null] }, types);
  expect(file?.nodes.slice(2)).toEqual([
    { id: 'node-1', type: 'unreadable', v: 1, params: { found: 5 } },
    { id: 'x', type: 'unreadable', v: 1, params: {} },
    { id: 'node-2', type: 'unreadable', v: 1, params: { found: null } },
  ]);
  expect(problems.filter(({ code }) => code === 'node-unreadable').map(({ node }) => node)).toEqual([
    'node-1',
    'x',
    'node-2',
  ]);
});

test('a second node with the same id gets another, and takes no edges away', () => {
  const { file, problems } = readFlowFile({ ...sound, nodes: [start, hello, hello] }, types);
  expect(file?.nodes.map(({ id }) => id)).toEqual(['start', 'hello', 'hello-2']);
  expect(file?.edges).toEqual([toHello]);
  expect(problems).toMatchObject([{ code: 'duplicate-id', node: 'hello-2' }]);
});

test('an id that cannot be used is changed, and edges and places follow', () => {
  const text = JSON.stringify({ ...sound, layout: { a: { x: 7, y: 7 } } })
    .replaceAll('"hello"', '"__proto__"')
    .replace('"a"', '"__proto__"');
  const { file, problems } = readFlowFile(text, types);
  expect(file?.edges).toEqual([{ ...toHello, to: 'node-1' }]);
  expect(file?.layout['node-1']).toEqual({ x: 7, y: 7 });
  expect(problems).toMatchObject([{ code: 'id-changed', node: 'node-1' }]);
});

test('unknown types, misfit params and edges to nowhere are told, and nothing is thrown away', () => {
  const nodes = [start, { ...hello, params: {} }, { id: 'x', type: 'warp', v: 1, params: { speed: 9 } }];
  const { file, problems } = readFlowFile(
    { ...sound, nodes, edges: [toHello, { from: 'hello', port: 'next', to: 'gone' }] },
    types,
  );
  expect(file?.nodes).toEqual(nodes);
  expect(file?.edges).toHaveLength(2);
  expect(problems.map(({ code, node }) => [code, node])).toEqual([
    ['unknown-node-type', 'x'],
    ['params-invalid', 'hello'],
    ['edge-to-nowhere', 'hello'],
  ]);
});

test('an edge that says nothing is left out, not silently', () => {
  expect(codes({ ...sound, edges: [toHello, { from: 'hello' }, 'x'] })).toEqual([
    'edge-unreadable',
    'edge-unreadable',
  ]);
});

test('what the file says of itself is read with care', () => {
  const { file, problems } = readFlowFile(
    { ...sound, name: '', labels: ['a', 1], description: 5, onFailure: { flow: 1, team: 'sales' }, mood: 1 },
    types,
  );
  expect(file).toMatchObject({ name: 'Untitled flow', labels: ['a'], onFailure: { team: 'sales' } });
  expect(problems.map(({ code, field }) => [code, field])).toEqual([
    ['file-unknown-field', 'mood'],
    ['file-shape', 'name'],
    ['file-shape', 'description'],
    ['file-shape', 'labels'],
    ['file-shape', 'onFailure.flow'],
  ]);
});

test('old params too damaged for an upgrade stay as they are, and are told', () => {
  const brittle = new Map(types);
  brittle.set('send-message', {
    ...types.get('send-message')!,
    upgrades: [
      () => {
        throw new Error('too damaged');
      },
    ],
  });
  const { file, problems } = readFlowFile(sound, brittle);
  expect(file?.nodes[1]).toEqual(hello);
  expect(problems).toMatchObject([{ code: 'upgrade-failed', node: 'hello' }]);
});
