import { expect, test } from 'vitest';
import type { Draft } from '../../nodes/contract/flow.ts';
import { variablesAt } from '../../server/engine/lint/variables-at.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import { edges, node } from './graphs.ts';

const types = await loadNodeTypes();
const real = (id: string, type: string, params: Draft['graph']['nodes'][number]['params']) => ({
  ...node(id, type, params),
  v: (types.get(type)?.upgrades?.length ?? 0) + 1,
});
const graph = {
  nodes: [
    real('start', 'any-message', {}),
    real('split', 'branch', { branches: [{ id: 'a', label: 'A', when: true }] }),
    real('left', 'ask', { question: '?', kind: 'date', saveAs: 'day' }),
    real('right', 'http-request', { method: 'GET', url: 'https://a.test', saveAs: 'answer' }),
    real('both', 'send-message', { messages: [{ text: '{{ day }} {{ answer.body.total }}' }] }),
    real('alone', 'set-variable', { assignments: [{ name: 'lost', text: 'x' }] }),
    { id: 'riddle', type: 'from-the-future', v: 1, params: { saveAs: 'odd' } },
  ],
  edges: edges('start next split', 'split a left', 'split else right', 'left answered both', 'right ok both'),
};
const namesAt = (id: string) =>
  variablesAt({ graph }, id, { types, inputs: ['given'] }).known.map(({ name }) => name);

test('only what some way to the node has set can be read there', () => {
  expect(namesAt('start')).toEqual(['given', 'contact', 'message', 'now']);
  expect(namesAt('left')).toEqual(namesAt('start'));
  expect(namesAt('both')).toEqual(['day', 'answer', 'given', 'contact', 'message', 'now']);
});

test('examples are what the nodes themselves make of an answer', () => {
  const samples = {
    right: { is: 'http', status: 200, body: { total: 12.5, items: [{ name: 'Tea' }] } },
  } as const;
  const { known } = variablesAt({ graph, samples }, 'both', { types });
  expect(known.find(({ name }) => name === 'day')?.parts).toEqual([{ path: 'day', example: '2026-12-24' }]);
  expect(known.find(({ name }) => name === 'answer')?.parts).toEqual([
    { path: 'answer' },
    { path: 'answer.status', example: 200 },
    { path: 'answer.body' },
    { path: 'answer.body.total', example: 12.5 },
    { path: 'answer.body.items' },
    { path: 'answer.body.items.0' },
    { path: 'answer.body.items.0.name', example: 'Tea' },
  ]);
});

test('who reads what a node sets is told', () => {
  expect(variablesAt({ graph }, 'left', { types }).sets).toEqual([
    { name: 'day', readBy: [{ node: 'both', title: 'Send message' }] },
  ]);
});

test('a node that is not there, or that nobody knows, asks for nothing', () => {
  expect(variablesAt({ graph }, 'nowhere', { types }).sets).toEqual([]);
  expect(variablesAt({ graph }, 'riddle', { types }).known).toHaveLength(3);
});
