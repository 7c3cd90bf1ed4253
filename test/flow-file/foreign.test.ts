import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Json } from '../../nodes/contract/json.ts';
import { findJsonMistake } from '../../server/engine/flow-file/json-mistake.ts';
import { mendJson } from '../../server/engine/flow-file/mend-json.ts';
import { readFlowFile } from '../../server/engine/flow-file/read-flow-file.ts';
import { types } from '../lint/types.ts';

const start = { id: 'start', type: 'any-message', v: 1, params: {} };
const hello = { id: 'hello', type: 'send-message', v: 1, params: { messages: [{ text: 'Hi' }] } };
const sound = {
  spec: 2,
  name: 'Greeting',
  nodes: [start, hello],
  edges: [{ from: 'start', port: 'next', to: 'hello' }],
};
const mended = (source: Json) => readFlowFile(source, types, { mend: true });

test.each<[string, Json, RegExp]>([
  ['n8n', { name: 'x', nodes: [{ type: 'n8n-nodes-base.webhook', parameters: {} }], connections: {} }, /n8n/],
  ['Typebot', { version: '6', groups: [{ id: 'a', blocks: [] }], edges: [], variables: [] }, /Typebot/],
  ['Typebot, wrapped', { typebot: { groups: [{ graphCoordinates: {} }], edges: [] } }, /Typebot/],
  ['Node-RED', [{ id: 'a', type: 'tab', label: 'Flow 1' }], /Node-RED/],
  ['Node-RED, a part', [{ id: 'a', type: 'inject', z: 'b', wires: [[]] }], /Node-RED/],
  ['RapidPro', { version: '13', site: 'x', flows: [{ nodes: [{ actions: [], exits: [] }] }] }, /RapidPro/],
  ['TextIt, one flow', { name: 'x', nodes: [{ actions: [], exits: [] }] }, /TextIt/],
  ['Make', { name: 'x', flow: [], metadata: {} }, /Make/],
  ['WhatsApp Flows', { version: '3.1', screens: [] }, /WhatsApp Flows/],
  ['a ZIP', 'PK\u0003\u0004rest', /ZIP archive; unpack it/],
  ['a PDF', '%PDF-1.7', /PDF/],
  ['a picture', '\ufffdPNG\r\n', /picture/],
  ['a web page', '<!doctype html><html>', /web page/],
  ['YAML', 'name: x\nnodes:\n  - id: a\n', /YAML/],
])('a file of %s is told what it seems to be, and is not taken in', (_, source, says) => {
  for (const { file, problems } of [readFlowFile(source, types), mended(source)]) {
    expect(file).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'file-foreign', message: expect.stringMatching(says) }]);
  }
});

test('no example is taken for the file of somebody else', async () => {
  for (const folder of await readdir('flows-examples', { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const text = await readFile(`flows-examples/${folder.name}/flow.json`, 'utf8');
    const { file, problems } = readFlowFile(text, types);
    expect([folder.name, file === undefined]).toEqual([folder.name, false]);
    expect(problems.filter(({ code }) => code.startsWith('file-'))).toEqual([]);
  }
});

test.each([
  ['{"a": [1, 2, {"b": "c', '{"a": [1, 2, {}]}'],
  ['{"a": 1, "b": tru', '{"a": 1}'],
  ['{"a": [1, 2,], "b": 3,}', '{"a": [1, 2], "b": 3}'],
  ['{"a": 1 "b": [2 3]}', '{"a": 1 ,"b": [2 ,3]}'],
  ['{"a": 1}}}', '{"a": 1}'],
  ['[', '[]'],
  ['', undefined],
  ['nonsense', undefined],
])('of %j is saved %j', (text, saved) => {
  expect(mendJson(text)).toBe(saved);
  if (saved !== undefined) expect(findJsonMistake(saved)).toBeUndefined();
});

test('of a file that is cut off, what is whole is saved, and the sentence says where it ends', () => {
  const text = JSON.stringify({ ...sound, layout: {} });
  const torn = text.slice(0, text.indexOf('"edges"') + 20);
  expect(readFlowFile(torn, types).file).toBeUndefined();
  const { file, problems } = mended(torn);
  expect(file?.nodes.map(({ id }) => id)).toEqual(['start', 'hello']);
  expect(problems[0]).toMatchObject({ code: 'file-not-json', message: expect.stringContaining('line 1') });
});

test('wherever a file is cut off, what is saved of it is JSON or nothing', () => {
  const text = JSON.stringify(sound, null, 1);
  for (let end = 0; end < text.length; end += 1) {
    const saved = mendJson(text.slice(0, end));
    if (saved !== undefined) expect(() => JSON.parse(saved)).not.toThrow();
    expect(saved === undefined).toBe(text.slice(0, end).trim() === '');
  }
});

test('a newer file is opened as far as it goes when that is wanted, and says so', () => {
  const { file, problems } = mended({ ...sound, spec: 9, lanes: [] });
  expect(file?.nodes).toHaveLength(2);
  expect(problems.map(({ code }) => code)).toEqual(['file-too-new', 'file-unknown-field']);
});

test('edges that are no list are left out when that is wanted', () => {
  const { file, problems } = mended({ ...sound, edges: { a: 1 } });
  expect([file?.nodes.length, file?.edges]).toEqual([2, []]);
  expect(problems).toMatchObject([{ code: 'file-shape', field: 'edges' }]);
});

test('five million characters of nonsense are answered, not choked on', () => {
  for (const source of [
    '['.repeat(5_000_000),
    '{"a":'.repeat(1_000_000),
    '"'.repeat(4_999_999),
    '\ufffd\u0000'.repeat(2_500_000),
    `{"spec":2,"name":"x","nodes":[${'{},'.repeat(1_600_000)}`,
  ])
    expect(mended(source).problems.length).toBeGreaterThan(0);
});

test('names that mean something to JavaScript are names like any other', () => {
  const text = `{"spec":2,"name":"x","__proto__":{"nodes":1},"nodes":[{"id":"__proto__","type":"any-message","v":1,
    "params":{"__proto__":{"polluted":true},"constructor":1}}],"edges":[],"layout":{"__proto__":{"x":1,"y":2}}}`;
  const { file } = readFlowFile(text, types);
  expect(file?.nodes).toMatchObject([{ id: 'node-1', type: 'any-message' }]);
  expect(Object.getPrototypeOf(file)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
