import type { JsonObject } from '../../nodes/contract/json.ts';
import type { TriggerEntry } from '../../server/engine/world.ts';
import type { Case } from './case.ts';
import { ask, edges, line, node, say, start } from './graphs.ts';
import { types } from './types.ts';

const keyword = (id: string, more = {}) =>
  node(id, 'keyword', { keywords: ['price'], ...more }, { title: `Word ${id}` });

/** A trigger of another live flow that listens for "price". */
const sales: TriggerEntry = {
  flow: { id: 'sales', version: 1 },
  flowName: 'Sales',
  order: 1,
  node: 'k',
  rule: types.get('keyword')!.trigger!({ keywords: ['PRICE'] }),
};
const self = { id: 'general', name: 'General', order: 2 };
const closing = { after: '1h', reminders: [{ after: '30h', text: 'Still there?' }] };

/** What can be wrong with a flow as a whole, and with what it shares with others. */
export const flowCases: readonly Case[] = [
  {
    code: 'no-trigger',
    graph: { nodes: [say('x')], edges: [] },
    says: 'Nothing begins this flow; add a trigger, such as "Keyword", and draw a line from it.',
    at: {},
  },
  {
    code: 'no-trigger',
    graph: { nodes: [], edges: [] },
    says: 'The flow is empty; begin it with a trigger, such as "Keyword".',
    at: {},
  },
  {
    code: 'too-many-nodes',
    graph: line(Array.from({ length: 500 }, (_, n) => say(`n${n}`))),
    says: 'The flow has 501 boxes, and 500 is the most; split it into several flows, and lead from one to the other with "Call flow".',
    at: {},
  },
  {
    code: 'too-many-edges',
    graph: { nodes: [start], edges: Array.from({ length: 2001 }, () => edges('a b c')).flat() },
    says: 'The flow has 2001 lines, and 2000 is the most; split it into several flows, and lead from one to the other with "Call flow".',
    at: {},
  },
  ...[
    say('x', 'o'.repeat(1_000_001)),
    node('x', 'ask', JSON.parse(`{"a":${'['.repeat(90)}${']'.repeat(90)}}`) as JsonObject),
  ].map(
    (huge): Case => ({
      code: 'flow-too-large',
      graph: line([huge]),
      says: 'The settings of the boxes are more than 1 million characters together, or nested too deep; split the flow into several, and lead from one to the other with "Call flow".',
      at: {},
    }),
  ),
  {
    code: 'unreachable-node',
    graph: { ...line([say('x')]), edges: [] },
    says: 'No line leads to "Send message", so nobody will ever get there; draw one to it, or remove it.',
    at: { node: 'x' },
  },
  {
    code: 'loop-without-pause',
    graph: line([say('x'), say('y')], 'y next x'),
    says: '"Send message" leads in a circle with "Send message", and nothing on the way waits for a reply or for time, so it would go round for ever; put a question or a wait in between.',
    at: { node: 'x' },
  },
  {
    code: 'loop-without-pause',
    graph: line([say('x')], 'x next x'),
    says: '"Send message" leads to itself, and nothing on the way waits for a reply or for time, so it would go round for ever; put a question or a wait in between.',
    at: { node: 'x' },
  },
  {
    code: 'calls-itself',
    graph: line([say('x'), node('y', 'call-flow', { flow: 'general' })]),
    context: { flow: self },
    says: '"Call flow" enters this flow again before anything in it has waited, so it would go round for ever; put a question or a wait before it.',
    at: { node: 'y', field: 'flow' },
  },
  ...[
    line([node('w', 'wait', { after: '1d' }), say('x')]),
    line([node('w', 'wait', { after: '20h' }), node('v', 'wait', { after: '4h' }), say('x')]),
    line([node('w', 'wait', { after: '1h', calendar: 'shop' }), say('x')]),
    line([node('f', 'follow-up', { after: '1d' }), say('ok'), say('x')], 'f later x', 'ok next start'),
    line([ask('q', { noReply: { after: '1d' } }), say('ok'), say('x')], 'q noReply x'),
    line([node('w', 'wait', { after: '1s' }), node('b', 'branch', { when: true }), say('x')], 'b no w'),
  ].map(
    (graph): Case => ({
      code: 'window-may-close',
      graph,
      says: 'When "Send message" writes, the contact may have been silent for 24 hours, and then WhatsApp delivers only approved templates; choose a template for that case, or draw a line from "24 hours are over".',
      at: { node: 'x', port: 'windowClosed' },
    }),
  ),
  {
    code: 'window-may-close',
    graph: line([ask('x', { noReply: closing }), say('y')], 'x noReply y'),
    says: 'When "Who" writes, the contact may have been silent for 24 hours, and then WhatsApp delivers only approved templates; choose a template for that case, or draw a line from "24 hours are over".',
    at: { node: 'x', port: 'windowClosed' },
  },
  {
    code: 'variable-unknown',
    graph: line([ask('x'), say('y', 'Hello {{ whom }}')], 'x noReply y'),
    says: 'In "Send message", "Text" in "Messages" no. 1 reads "whom", which nothing sets; did you mean "who"?',
    at: { node: 'y', field: 'messages.0.text' },
  },
  {
    code: 'variable-unknown',
    graph: line([say('y', '{{ basket.total }}')]),
    says: 'In "Send message", "Text" in "Messages" no. 1 reads "basket", which nothing sets; ask for it first, or correct the name.',
    at: { node: 'y', field: 'messages.0.text' },
  },
  {
    code: 'variable-unknown',
    graph: line([say('y', '{{ who }}'), ask('x'), say('z')], 'x noReply z'),
    says: 'In "Send message", "Text" in "Messages" no. 1 reads "who" before anything has set it; put the box that sets it before this one.',
    at: { node: 'y', field: 'messages.0.text' },
  },
  {
    code: 'variable-unknown',
    graph: line(
      [node('b', 'branch', { when: { '==': [{ var: 'mood' }, 'good'] } }), say('y')],
      'b yes y',
      'b no y',
    ),
    says: 'In "Branch", "When" reads "mood", which nothing sets; ask for it first, or correct the name.',
    at: { node: 'b', field: 'when' },
  },
  {
    code: 'variable-reserved',
    graph: line([node('x', 'set', { assignments: [{ name: 'contact', value: '1' }] })]),
    says: '"Set variables" sets a variable called "contact", but that name has a meaning already; choose another.',
    at: { node: 'x', field: 'assignments.0.name' },
  },
  {
    code: 'variable-malformed',
    graph: line([node('x', 'set', { assignments: [{ name: 'my order', value: '1' }] })]),
    says: '"Set variables" sets a variable called "my order", but names have only the letters a to z, digits and "_", and begin with a letter; choose another.',
    at: { node: 'x', field: 'assignments.0.name' },
  },
  {
    code: 'keyword-tie',
    graph: {
      nodes: [keyword('a'), keyword('b', { keywords: ['Price!', 'cost'] }), say('x')],
      edges: edges('a next x', 'b next x'),
    },
    says: '"Word a" and "Word b" both start on "price", and nothing decides between them; change the words, the numbers or the tags of one.',
    at: { node: 'a' },
  },
  {
    code: 'keyword-tie',
    graph: {
      nodes: [start, node('again', 'any-message'), say('x')],
      edges: edges('start next x', 'again next x'),
    },
    says: '"Any message" and "Any message" both start on any message, and nothing decides between them; change the words, the numbers or the tags of one.',
    at: { node: 'start' },
  },
  {
    code: 'keyword-tie',
    graph: { nodes: [keyword('a')], edges: [] },
    context: { flow: { ...self, order: 1 }, triggers: [sales] },
    says: '"Word a" and the flow "Sales" both start on "price", and nothing decides between them; change the words, the numbers or the tags of one.',
    at: { node: 'a' },
  },
  {
    code: 'keyword-overlap',
    graph: { nodes: [keyword('a')], edges: [] },
    context: { flow: self, triggers: [sales] },
    says: '"Word a" and the flow "Sales" both start on "price"; the flow "Sales" wins, because it comes first in your order, so "Word a" never gets it. Change the words of one, or the order of the flows.',
    at: { node: 'a' },
  },
  {
    code: 'keyword-overlap',
    graph: { nodes: [keyword('a')], edges: [] },
    context: { flow: { ...self, order: 0 }, triggers: [sales] },
    says: '"Word a" and the flow "Sales" both start on "price"; this flow wins, because it comes first in your order, so the flow "Sales" never gets it. Change the words of one, or the order of the flows.',
    at: { node: 'a' },
  },
  {
    code: 'flow-missing',
    graph: line([node('x', 'call-flow', { flow: 'gone' })]),
    context: { known: { flow: new Set(['sales']) } },
    says: '"Call flow" uses a flow that does not exist (any more): "gone". Choose another.',
    at: { node: 'x', field: 'flow' },
  },
  {
    code: 'calendar-missing',
    graph: line(
      [ask('x', { noReply: { after: '1h', calendar: 'gone' } }), say('y')],
      'x noReply y',
      'y windowClosed z',
    ),
    context: { known: { calendar: new Set() } },
    says: '"Who" uses a calendar that does not exist (any more): "gone". Choose another.',
    at: { node: 'x', field: 'noReply.calendar' },
  },
  {
    code: 'connection-missing',
    graph: line([
      node('x', 'http-request', { connection: '', method: 'GET', url: '/orders', saveAs: 'found' }),
    ]),
    context: { known: { connection: new Set(['shop']) } },
    says: 'In "HTTP request", no connection is chosen yet; choose one.',
    at: { node: 'x', field: 'connection' },
  },
  {
    code: 'team-missing',
    graph: line([node('x', 'hand-over', { team: 'gone' })]),
    context: { known: { team: new Set() } },
    says: '"Hand over" uses a team that does not exist (any more): "gone". Choose another.',
    at: { node: 'x', field: 'team' },
  },
  {
    code: 'team-missing',
    graph: { ...line([say('x')]), onFailure: { team: 'gone' } },
    context: { known: { team: new Set() } },
    says: 'When this flow fails, conversations go to a team that does not exist (any more): "gone". Choose another.',
    at: { field: 'onFailure.team' },
  },
  {
    code: 'number-missing',
    graph: { nodes: [node('x', 'any-message', { numbers: ['gone'] })], edges: [] },
    context: { known: { number: new Set() } },
    says: '"Any message" uses a WhatsApp number that does not exist (any more): "gone". Choose another.',
    at: { node: 'x', field: 'numbers.0' },
  },
  {
    code: 'template-missing',
    graph: line([say('x', 'Hello', { fallback: { name: 'hello', language: 'th' } })]),
    context: { templates: new Set(['hello/en']) },
    says: '"Send message" uses a message template that is not approved in this language: "hello" (th). Choose another, or have it approved.',
    at: { node: 'x', field: 'fallback' },
  },
];
