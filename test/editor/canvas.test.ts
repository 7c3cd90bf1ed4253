import { expect, test } from 'vitest';
import { nobodyYet, passed } from '../../editor/canvas/passages.ts';
import { edgeId, toXyflow } from '../../editor/canvas/to-xyflow.ts';
import { ENGLISH } from '../../editor/lib/dictionary.ts';
import { nodeWords } from '../../editor/lib/node-words.ts';
import { readable } from '../../editor/studio/readable.ts';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { GraphView, JournalEntry } from '../../server/api/contract.ts';

const step = (flow: string, node: string, port?: string) => ({
  flow: { id: flow, version: 1 },
  node,
  ...(port !== undefined && { port }),
});
const entry = (id: string, path: JournalEntry['path']): JournalEntry => ({
  ...{ id, at: 1, conversation: 'c', number: 'n', contact: 'k', path, effects: [], ended: [] },
  event: { id, at: 1, type: 'agentClaimed', agent: 'Mali' },
});

test('passages count the steps in this flow, once for each entry', () => {
  const started = (id: string, path: JournalEntry['path']) => ({ ...entry(id, path), to: 'start' });
  const here = started('e1', [step('a', 'x', 'next'), step('b', 'x'), step('a', 'y')]);
  const once = passed(nobodyYet, here, 'a');
  expect(Object.fromEntries(once.nodes)).toEqual({ x: 1, y: 1 });
  expect(Object.fromEntries(once.edges)).toEqual({ [edgeId('x', 'next')]: 1 });
  expect(passed(once, here, 'a')).toBe(once);
  expect(passed(once, entry('e2', [step('b', 'x')]), 'a')).toBe(once);
  expect(passed(once, started('e3', [step('a', 'x')]), 'a').nodes.get('x')).toBe(2);
});

test('who goes on from a box where they waited has passed it once', () => {
  const came = passed(nobodyYet, { ...entry('e1', [step('a', 'ask')]), to: 'start' }, 'a');
  const gone = passed(came, entry('e2', [step('a', 'ask', 'answered'), step('a', 'next')]), 'a');
  expect(Object.fromEntries(gone.nodes)).toEqual({ ask: 1, next: 1 });
  expect(gone.edges.get(edgeId('ask', 'answered'))).toBe(1);
});

const view: GraphView = {
  graph: {
    nodes: [
      { id: 'a', type: 'keyword', v: 1, params: { keywords: ['price', 'ราคา'] } },
      { id: 'b', type: 'no-such-type', v: 1, title: 'Mine', params: {} },
    ],
    edges: [
      { from: 'a', port: 'next', to: 'b' },
      { from: 'b', port: 'old', to: 'gone' },
    ],
  },
  layout: {},
  ports: {
    a: [
      { id: 'next', label: 'Next' },
      { id: 'late', label: 'No reply', when: 'silence' },
    ],
    b: [],
  },
};

test('a graph becomes boxes with names, words and the ways out worth showing', () => {
  const around = {
    title: () => 'Keyword',
    isTrigger: (type: string) => type === 'keyword',
    summary: ({ type, params }: GraphNode) => nodeWords(ENGLISH, 'en').summaryOf(type, params),
    portLabel: (_: string, { label }: { readonly label: string }) => label,
    trouble: () => undefined,
  };
  const { nodes, edges } = toXyflow(view, around);
  const boxes = nodes.filter((node) => node.type === 'box');
  expect(boxes.map(({ data }) => [data.title, data.summary, data.group, data.isTrigger])).toEqual([
    ['Keyword', 'price, ราคา', 'triggers', true],
    ['Mine', 'no-such-type', 'unknown', false],
  ]);
  expect(boxes[0]?.data.ports).toMatchObject([{ id: 'next', label: 'Next', isDrawn: true }]);
  expect(boxes[1]?.data.ports).toMatchObject([{ id: 'old', label: 'old', isDrawn: true }]);
  expect(edges.map(({ source, target }) => [source, target])).toEqual([['a', 'b']]);
});

test('settings are read under the titles of their schema, in its order', () => {
  const schema = {
    type: 'object',
    properties: {
      text: { type: 'string', title: 'Question' },
      again: { type: 'boolean', title: 'Ask again' },
      options: {
        type: 'array',
        items: {
          type: 'object',
          properties: { label: { type: 'string', title: 'Label' } },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  } as const;
  const params = {
    oldWay: 1,
    options: [{ label: 'Yes' }],
    again: true,
    text: 'Well?',
    rule: { '==': [1, 1] },
  };
  expect(readable(schema, params, { yes: 'yes', no: 'no' })).toEqual([
    { label: 'Question', text: 'Well?' },
    { label: 'Ask again', text: 'yes' },
    { label: 'Options', parts: [{ label: '1', parts: [{ label: 'Label', text: 'Yes' }] }] },
    { label: 'Old way', text: '1' },
    { label: 'Rule', parts: [{ label: '==', text: '1, 1' }] },
  ]);
  expect(readable(schema, 'damaged', { yes: 'yes', no: 'no' })).toEqual([]);
});
