import type { Case } from './case.ts';
import { ask, line, node, say } from './graphs.ts';

/** What can be wrong with single nodes and edges. */
export const nodeCases: readonly Case[] = [
  {
    code: 'unknown-node-type',
    graph: line([node('x', 'teleport')]),
    says: '"teleport" is of a kind ("teleport") that this Sluice does not have; remove it, or install what it needs.',
    at: { node: 'x' },
  },
  {
    code: 'node-too-new',
    graph: line([node('x', 'ask', {}, { v: 9 })]),
    says: '"Ask" was made by a newer Sluice: its settings are of version 9, and this one knows up to 2. Upgrade Sluice, or set the box up anew.',
    at: { node: 'x' },
  },
  {
    code: 'duplicate-id',
    graph: line([say('x'), say('x')]),
    says: '"Send message" has the same id ("x") as "Send message"; remove one of the two.',
    at: { node: 'x' },
  },
  ...(
    [
      [say('x', ''), '"Text" in "Messages" no. 1 is empty', 'messages.0.text'],
      [
        say('x', 'o'.repeat(60)),
        '"Text" in "Messages" no. 1 is longer than 50 characters',
        'messages.0.text',
      ],
      [node('x', 'send-message', { messages: [] }), '"Messages" needs at least 1 entry', 'messages'],
      [
        node('x', 'send-message', { messages: [1, 1, 1, 1].map(() => ({ text: 'a' })) }),
        '"Messages" has more than 3 entries',
        'messages',
      ],
      [node('x', 'wait'), '"For" is missing', 'after'],
      [
        node('x', 'wait', { after: 'soon' }),
        '"For" must be a length of time such as 30s, 15m, 2h or 3d',
        'after',
      ],
      [
        node('x', 'wait', { after: '1h', until: 'noon' }),
        '"Until" must be a date and time such as 2026-12-24T18:00',
        'until',
      ],
      [node('x', 'wait', { after: '1h', tries: 9 }), '"Tries" must be 5 or less', 'tries'],
      [node('x', 'wait', { after: '1h', tries: 0 }), '"Tries" must be 1 or more', 'tries'],
      [node('x', 'wait', { after: '1h', tries: 1.5 }), '"Tries" must be a whole number', 'tries'],
      [
        node('x', 'wait', { after: '1h', mood: 1 }),
        '"mood" is a setting that this kind of box does not have',
        'mood',
      ],
      [
        node('x', 'http-request', { method: 'PAT', url: 'a', saveAs: 'b' }),
        '"Method" must be one of GET or POST',
        'method',
      ],
      [
        node('x', 'choices', { text: 'a', options: [{ id: 'A!', label: 'A' }], noReply: { after: '1h' } }),
        '"Id" in "Options" no. 1 is not written as it must be, for example yes',
        'options.0.id',
      ],
    ] as const
  ).map(
    ([misfit, says, field]): Case => ({
      code: 'params-invalid',
      graph: line([{ ...misfit, title: 'Here' }]),
      says: `In "Here", ${says}.`,
      at: { node: 'x', field },
    }),
  ),
  ...(['no', 'maybe'] as const).map(
    (label): Case => ({
      code: label === 'no' ? 'settings-rejected' : 'settings-doubtful',
      graph: line(
        [
          node('x', 'choices', {
            text: 'Sure?',
            options: [
              { id: 'a', label },
              { id: 'b', label },
            ],
            noReply: { after: '1h' },
          }),
          say('y'),
        ],
        'x b y',
        'x notMatched y',
        'x noReply y',
      ),
      says: `In "Choices": Two options say "${label}".`,
      at: { node: 'x', field: 'options.1.label' },
    }),
  ),
  {
    code: 'template-invalid',
    graph: line([say('x', 'Hello {{ contact.name')]),
    says: 'In "Send message", "Text" in "Messages" no. 1 cannot be read, because of its braces: what begins with {{ contact.name is not closed with "}}".',
    at: { node: 'x', field: 'messages.0.text' },
  },
  {
    code: 'condition-invalid',
    graph: line([node('x', 'branch', { when: { maybe: [1] } }), say('y')], 'x yes y', 'x no y'),
    says: 'In "Branch", "When" uses an unknown operator "maybe".',
    at: { node: 'x', field: 'when' },
  },
  {
    code: 'pattern-invalid',
    graph: line([node('x', 'hand-over', { pattern: '(' })]),
    says: 'In "Hand over", "Pattern" cannot be read as a pattern: a "(" is not closed with ")".',
    at: { node: 'x', field: 'pattern' },
  },
  {
    code: 'no-reply-unset',
    graph: line([node('x', 'ask', { question: 'Who?', saveAs: 'who' })]),
    says: '"Ask" waits for ever when nobody answers; say after how long to go on without a reply.',
    at: { node: 'x', field: 'noReply' },
  },
  {
    code: 'edge-from-nowhere',
    graph: line([say('x')], 'ghost next x'),
    says: 'A line leads to "Send message" from a box "ghost" that is not there; remove the line.',
    at: { node: 'x' },
  },
  {
    code: 'edge-to-nowhere',
    graph: line([say('x')], 'x next ghost'),
    says: 'A line leads from "Send message" to a box "ghost" that is not there; remove it, or draw it to another box.',
    at: { node: 'x', port: 'next' },
  },
  {
    code: 'edge-into-trigger',
    graph: line([ask('x'), say('y')], 'x noReply start'),
    says: 'A line leads from "Who" into "Any message", but a flow only begins there; draw it to the box after that.',
    at: { node: 'x', port: 'noReply' },
  },
  {
    code: 'port-missing',
    graph: line([say('x'), say('y')], 'x sideways y'),
    says: 'A line leaves "Send message" by "sideways", a way out that it does not have (any more); remove the line.',
    at: { node: 'x', port: 'sideways' },
  },
  {
    code: 'port-drawn-twice',
    graph: line([say('x'), say('y'), say('z')], 'x next y', 'x next z'),
    says: 'Two lines leave "Send message" by "Next", but a conversation can only go one way; remove one of them.',
    at: { node: 'x', port: 'next' },
  },
  {
    code: 'port-unconnected',
    graph: line([node('x', 'branch', { when: true }), say('y')]),
    says: '"Branch" leads nowhere by "No": the flow then ends there. Draw a line to the next box, or to an "End" if that is meant.',
    at: { node: 'x', port: 'no' },
  },
  {
    code: 'port-unconnected',
    graph: line([]),
    says: 'The flow begins at "Any message" and ends right there, so nobody gets an answer. Draw a line to the first box.',
    at: { node: 'start', port: 'next' },
  },
  {
    code: 'failure-unhandled',
    graph: line([node('x', 'http-request', { method: 'GET', url: 'https://a.test', saveAs: 'found' })]),
    says: '"HTTP request" leads nowhere by "Failed": the flow then ends as failed, and the conversation waits for an agent. Draw a line to what should happen.',
    at: { node: 'x', port: 'failed' },
  },
  {
    code: 'silence-unhandled',
    graph: line([ask('x')]),
    says: '"Who" leads nowhere by "No reply": the flow then ends without a word. Draw a line to what should happen.',
    at: { node: 'x', port: 'noReply' },
  },
];
