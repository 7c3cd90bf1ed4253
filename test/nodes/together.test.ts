import { expect, test } from 'vitest';
import type { Edge, FlowVersion, GraphNode } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { currentVersion } from '../../nodes/contract/registry.ts';
import { playChat } from '../../server/rehearsal/play-chat.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';

const types = await loadNodeTypes();

/** A flow from `node type params` and `from.port to` pairs. */
function flowOf(
  nodes: { readonly [id: string]: readonly [type: string, params?: JsonObject] },
  edges: string,
) {
  const drawn = Object.entries(nodes).map(([id, [type, params = {}]]): GraphNode => {
    const known = types.get(type);
    if (!known) throw new Error(`no node type ${type}`);
    return { id, type, v: currentVersion(known), params };
  });
  const lines = edges.trim().split(/\s*\n\s*/);
  const joined = lines.map((line): Edge => {
    const [, from = '', port = '', to = ''] = /^(\S+)\.(\S+) (\S+)$/.exec(line) ?? [];
    return { from, port, to };
  });
  const graph = { nodes: drawn, edges: joined };
  const flow: FlowVersion = {
    ...{ flow: 'shop', version: 1, name: 'Shop', order: 0, publishedAt: 0, graph, layout: {} },
  };
  return { types, flow };
}

const played = (cast: ReturnType<typeof flowOf>, ...lines: readonly string[]): readonly string[] =>
  playChat(cast, lines.join('\n')).text.trimEnd().split('\n');

test('a trigger, a choice, a question and a calculation make an order', () => {
  const shop = flowOf(
    {
      start: ['keyword', { keywords: ['order'], saveAs: 'word' }],
      which: [
        'choices',
        {
          text: 'Tea or coffee?',
          options: [
            { id: 'tea', label: 'Tea' },
            { id: 'coffee', label: 'Coffee' },
          ],
          saveAs: 'drink',
          noReply: { after: '1h' },
        },
      ],
      count: ['ask', { question: 'How many cups of {{ drink }}?', kind: 'number', saveAs: 'cups', min: 1 }],
      total: [
        'set-variable',
        { assignments: [{ name: 'total', expression: { '*': [{ var: 'cups' }, 25] } }] },
      ],
      big: ['branch', { branches: [{ id: 'big', label: 'Big', when: { '>=': [{ var: 'total' }, 100] } }] }],
      vip: ['tag', { add: ['{{ drink }} lover'] }],
      thanks: ['send-message', { messages: [{ text: 'That is {{ total }} baht.' }, { text: 'Thank you!' }] }],
      won: ['goal', { goal: 'order', value: '{{ total }}' }],
      end: ['end'],
    },
    `start.next which
     which.tea count
     which.coffee count
     count.answered total
     total.next big
     big.big vip
     big.else thanks
     vip.next thanks
     thanks.next won
     won.next end`,
  );
  expect(played(shop, '< I want to ORDER', '< cofee', '< many', '< four, no: 4')).toMatchInlineSnapshot(`
    [
      "< I want to ORDER",
      "> Tea or coffee? [Tea] [Coffee]",
      "* timer 1h (no reply)",
      "< cofee",
      "> How many cups of Coffee?",
      "< many",
      "> How many cups of Coffee?",
      "< four, no: 4",
      "* tag +Coffee lover",
      "> That is 100 baht.",
      "> Thank you!",
      "* goal order 100",
      "= completed",
    ]
  `);
  expect(played(shop, '< order', '~ 1h').at(-1)).toBe('= expired');
});

test('the answer of a web service is at hand, and so is its absence', () => {
  const status = flowOf(
    {
      start: ['any-message'],
      ask: [
        'http-request',
        { method: 'GET', url: 'https://shop.test/orders/{{ message.text }}', saveAs: 'order' },
      ],
      tell: ['send-message', { messages: [{ text: 'It is {{ order.body.status }}.' }] }],
      sorry: ['send-message', { messages: [{ text: 'I do not know that one.' }] }],
    },
    `start.next ask
     ask.ok tell
     ask.failed sorry`,
  );
  expect(played(status, '< a/7', '~ 200 {"status": "on its way"}')).toMatchInlineSnapshot(`
    [
      "< a/7",
      "* http GET https://shop.test/orders/a%2F7",
      "~ 200 {"status": "on its way"}",
      "> It is on its way.",
      "= completed",
    ]
  `);
  expect(played(status, '< 8', '~ 404')).toMatchInlineSnapshot(`
    [
      "< 8",
      "* http GET https://shop.test/orders/8",
      "~ 404",
      "> I do not know that one.",
      "= completed",
    ]
  `);
});

test('a follow-up comes back unless the contact has written', () => {
  const nudge = flowOf(
    {
      start: ['any-message'],
      later: ['follow-up', { after: '2h', times: 2 }],
      hello: ['send-message', { messages: [{ text: 'Hello.' }] }],
      still: ['send-message', { messages: [{ text: 'Still interested?' }] }],
      bye: ['send-message', { messages: [{ text: 'Then goodbye.' }] }],
    },
    `start.next later
     later.next hello
     later.due still
     later.gaveUp bye`,
  );
  expect(played(nudge, '< hi', '~ 2h', '~ 2h', '~ 2h')).toMatchInlineSnapshot(`
    [
      "< hi",
      "* timer 2h (follow-up)",
      "> Hello.",
      "= completed",
      "~ 2h",
      "* timer 2h (follow-up)",
      "> Still interested?",
      "= completed",
      "~ 2h",
      "* timer 2h (follow-up)",
      "> Still interested?",
      "= completed",
      "~ 2h",
      "> Then goodbye.",
      "= completed",
    ]
  `);
});

test('several messages are one answer', () => {
  const problem = flowOf(
    {
      start: ['first-message'],
      ask: ['ask', { question: 'What happened?', saveAs: 'story', collectSeconds: 5 }],
      people: ['hand-over', { note: '{{ story }}', giveUpAfter: '1h' }],
      sorry: ['send-message', { messages: [{ text: 'Nobody is free, sorry.' }] }],
    },
    `start.next ask
     ask.answered people
     people.timedOut sorry`,
  );
  expect(played(problem, '< hi', '< it', '~ 4s', '< broke', '~ 5s', '~ 1h')).toMatchInlineSnapshot(`
    [
      "< hi",
      "> What happened?",
      "< it",
      "* timer 5s (collect)",
      "~ 4s",
      "< broke",
      "* timer 5s (collect)",
      "~ 5s",
      "* hand over: it",
      "  broke",
      "* timer 1h (hand-over)",
      "~ 1h",
      "> Nobody is free, sorry.",
      "= completed",
    ]
  `);
});
