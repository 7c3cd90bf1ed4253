import { expect, test } from 'vitest';
import { applyChange } from '../../nodes/contract/change.ts';
import type { Graph } from '../../nodes/contract/flow.ts';
import { CODES } from '../../server/engine/lint/codes.ts';
import type { LintContext } from '../../server/engine/lint/context.ts';
import { lint } from '../../server/engine/lint/lint.ts';
import { cases } from './cases.ts';
import { ask, edges, line, node, say } from './graphs.ts';
import { types } from './types.ts';

const check = (graph: Graph, context: Partial<LintContext> = {}) => lint({ graph }, { types, ...context });
const codes = (graph: Graph, context: Partial<LintContext> = {}) =>
  check(graph, context).map(({ code }) => code);

test.each(cases.map((one) => [one.code, one.says, one] as const))('%s: %s', (code, says, one) => {
  const found = check(one.graph, one.context).find((problem) => problem.code === code);
  expect(found).toMatchObject({ code, severity: CODES[code], message: says, ...one.at });
});

test('every fix that is offered mends what it was offered for', () => {
  for (const { graph, context } of cases) {
    const before = check(graph, context);
    for (const { fix, ...problem } of before) {
      if (!fix) continue;
      const after = check(applyChange(graph, fix.change), context).map(({ fix: _, ...rest }) => rest);
      const same = (other: object) => JSON.stringify(other) === JSON.stringify(problem);
      expect(after.filter(same).length).toBeLessThan(
        before.filter(({ fix: _, ...rest }) => same(rest)).length,
      );
    }
  }
});

/** A flow of every sort of node, in which nothing is wrong. */
const sound: Graph = {
  ...line(
    [
      say('hello', 'Hi {{contact.name}}, {{ now | date: "%H:%M" }}'),
      ask('who'),
      node('look', 'http-request', { method: 'GET', url: 'https://a.test/{{who}}', saveAs: 'found' }),
      node('set', 'set', { assignments: [{ name: 'total', value: '{{found.body.total}}' }] }),
      node('if', 'branch', { when: { '>': [{ var: 'total' }, 5] } }),
      node('later', 'follow-up', { after: '30h' }),
      say('thanks', '{{word}}? {{total}}!'),
    ],
    'word next hello',
    'who noReply sorry',
    'look failed sorry',
    'look timeout sorry',
    'if no who',
    'later later reminder',
    'reminder next over',
    'reminder windowClosed over',
    'sorry next over',
  ),
};
const nodes = [
  ...sound.nodes,
  node('word', 'keyword', { keywords: ['price', 'cost'], saveAs: 'word' }),
  say('reminder'),
  say('sorry'),
  node('over', 'hand-over', { team: 'sales' }),
];

test('a sound flow has no problem', () => {
  const known = { team: new Set(['sales']), flow: new Set<string>(), connection: new Set<string>() };
  expect(check({ ...sound, nodes }, { known })).toEqual([]);
});

test('linting is the same every time and changes nothing', () => {
  for (const { graph, context } of cases) {
    const before = structuredClone(graph);
    expect(check(graph, context)).toEqual(check(graph, context));
    expect(graph).toEqual(before);
  }
});

test('what the linter is not told of it does not miss', () => {
  expect(codes(line([node('x', 'hand-over', { team: 'gone' })]))).toEqual([]);
});

test('old params are linted as today wants them', () => {
  const old = node('x', 'ask', { question: 'Who?', saveAs: 'who', giveUpAfterMinutes: 5 }, { v: 1 });
  expect(codes(line([old, say('y')], 'x noReply y'))).toEqual([]);
});

test('a keyword that is closer than another is no clash', () => {
  const trigger = (id: string, params: object) => node(id, 'keyword', { keywords: ['price'], ...params });
  const pair = (...triggers: ReturnType<typeof trigger>[]) =>
    codes({ nodes: [...triggers, say('x')], edges: edges('a next x', 'b next x') });
  expect(pair(trigger('a', {}), trigger('b', { how: 'only' }))).toEqual([]);
  expect(pair(trigger('a', {}), trigger('b', { tags: ['vip'] }))).toEqual([]);
  expect(pair(trigger('a', { numbers: ['1'] }), trigger('b', { numbers: ['2'] }))).toEqual([]);
  expect(pair(trigger('a', {}), trigger('b', { keywords: ['price list'] }))).toEqual([]);
  expect(pair(trigger('a', { how: 'pattern' }), trigger('b', { how: 'pattern' }))).toEqual(['keyword-tie']);
});

test('the live version of the flow itself is no rival', () => {
  const rule = types.get('any-message')!.trigger!({});
  const live = { flow: { id: 'a', version: 3 }, flowName: 'A', order: 0, node: 'start', rule };
  expect(codes(line([say('x')]), { flow: { id: 'a', name: 'A', order: 0 }, triggers: [live] })).toEqual([]);
});

test('variables that are handed in are known', () => {
  expect(codes(line([say('x', '{{order}}')]), { inputs: ['order'] })).toEqual([]);
});

test('a reply opens the window again, and so does a template', () => {
  const day = node('w', 'wait', { after: '2d' });
  const fallback = { name: 'hello', language: 'en' };
  expect(codes(line([day, say('x', 'Hello', { fallback })]))).toEqual([]);
  expect(
    codes(line([day, ask('q', { fallback, noReply: { after: '1h' } }), say('x')], 'q noReply day')),
  ).toEqual(['edge-to-nowhere']);
});

test('a flow that says what happens on failure need not draw it everywhere', () => {
  const look = node('x', 'http-request', { method: 'GET', url: 'https://a.test', saveAs: 'found' });
  expect(codes({ ...line([look]), onFailure: { team: 'sales' } })).toEqual([]);
});

test('a flow that waits may enter itself', () => {
  const call = node('c', 'call-flow', { flow: 'me' });
  const flow = { id: 'me', name: 'Me', order: 0 };
  expect(codes(line([node('w', 'wait', { after: '1h' }), call]), { flow })).toEqual([]);
});

test('a circle with a question in it is no endless loop', () => {
  expect(codes(line([say('x'), ask('q'), say('y')], 'q answered x', 'q noReply y'))).toEqual([]);
});

test('what is handed to another flow is not set in this one', () => {
  const call = node('c', 'call-flow', { flow: 'other', input: [{ name: 'order', text: '7' }] });
  expect(codes(line([call, say('x', '{{order}}')]))).toEqual(['variable-unknown']);
});
