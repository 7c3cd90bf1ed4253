import type { Effect } from '../../nodes/contract/effect.ts';
import { inputProperty } from '../../nodes/contract/flow-input.ts';
import {
  dueAt,
  noReplyPort,
  noReplyProperty,
  noReplyTimer,
  onSilence,
} from '../../nodes/contract/no-reply.ts';
import { defineNode, leave, type Visit, wait } from '../../nodes/contract/node-type.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import { say as sentence } from '../../nodes/contract/sentence.ts';
import { fallbackProperty, windowPort } from '../../nodes/contract/window.ts';
import { triggerTypes } from './trigger-types.ts';

const timer = (visit: Visit<unknown>, after: string): Effect => ({
  type: 'startTimer',
  at: dueAt(visit, after),
  purpose: 'wait',
});

/** Small node types of every sort the linter tells apart, so that these tests stand whatever the real ones become. */
export const types: Registry = new Map(
  Object.entries({
    ...triggerTypes,
    'send-message': defineNode({
      title: 'Send message',
      doc: 'Says something.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['messages'],
        properties: {
          messages: {
            type: 'array',
            title: 'Messages',
            minItems: 1,
            maxItems: 3,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['text'],
              properties: {
                text: { type: 'string', title: 'Text', format: 'template', minLength: 1, maxLength: 50 },
              },
            },
          },
          fallback: fallbackProperty,
        },
      },
      ports: ({ fallback }) => [{ id: 'next', label: 'Next' }, ...windowPort(fallback)],
      enter: ({ params }) =>
        leave('next', {
          effects: params.messages.map(({ text }) => ({
            type: 'sendMessage',
            message: { kind: 'text', text },
          })),
        }),
    }),
    ask: defineNode({
      title: 'Ask',
      doc: 'Asks.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['question', 'saveAs'],
        properties: {
          question: { type: 'string', title: 'Question', format: 'template', minLength: 1 },
          saveAs: { type: 'string', title: 'Keep as', format: 'variable' },
          noReply: noReplyProperty,
          fallback: fallbackProperty,
        },
      },
      ports: ({ noReply, fallback }) => [
        { id: 'answered', label: 'Answered' },
        ...noReplyPort(noReply),
        ...windowPort(fallback),
      ],
      enter: (visit) => wait('reply', { effects: noReplyTimer(visit, visit.params.noReply) }),
      resume: (visit, event) =>
        event.type === 'messageReceived' ? leave('answered') : onSilence(visit, visit.params.noReply),
      upgrades: [
        ({ giveUpAfterMinutes: minutes, ...rest }) =>
          typeof minutes === 'number' ? { ...rest, noReply: { after: `${minutes}m` } } : rest,
      ],
    }),
    choices: defineNode({
      title: 'Choices',
      doc: 'Asks with buttons.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'options'],
        properties: {
          text: { type: 'string', title: 'Question', format: 'template', minLength: 1 },
          options: {
            type: 'array',
            title: 'Options',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'label'],
              properties: {
                id: { type: 'string', title: 'Id', pattern: '^[a-z0-9-]+$', examples: ['yes'] },
                label: { type: 'string', title: 'Label', minLength: 1 },
              },
            },
          },
          saveAs: { type: 'string', title: 'Keep as', format: 'variable' },
          tries: { type: 'integer', title: 'Tries' },
          noReply: noReplyProperty,
        },
      },
      ports: ({ options, noReply }) => [
        ...options.map(({ id, label }) => ({ id, label })),
        { id: 'notMatched', label: 'None of these', when: 'failed' },
        ...noReplyPort(noReply),
      ],
      enter: (visit) => wait('reply', { effects: noReplyTimer(visit, visit.params.noReply) }),
      resume: () => leave('notMatched'),
      check: ({ options }) =>
        options.flatMap(({ label }, n) =>
          options.findIndex((other) => other.label === label) < n
            ? [
                {
                  field: `options.${n}.label`,
                  sentence: sentence('Two options say "{label}"', { label }),
                  severity: label === 'maybe' ? 'warning' : 'error',
                },
              ]
            : [],
        ),
    }),
    'http-request': defineNode({
      title: 'HTTP request',
      doc: 'Calls a service.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['method', 'url', 'saveAs'],
        properties: {
          connection: { type: 'string', title: 'Connection', format: 'connection' },
          method: { type: 'string', title: 'Method', enum: ['GET', 'POST'] },
          url: { type: 'string', title: 'Address', format: 'url-template' },
          saveAs: { type: 'string', title: 'Keep as', format: 'variable' },
        },
      },
      ports: () => [
        { id: 'ok', label: 'OK' },
        { id: 'failed', label: 'Failed', when: 'failed' },
        { id: 'timeout', label: 'Took too long', when: 'failed' },
      ],
      enter: () => wait('answer'),
      resume: () => leave('ok'),
    }),
    branch: defineNode({
      title: 'Branch',
      doc: 'Goes one of two ways.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['when'],
        properties: { when: { title: 'When', format: 'condition' } },
      },
      ports: () => [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
      enter: () => leave('yes'),
    }),
    set: defineNode({
      title: 'Set variables',
      doc: 'Sets variables.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['assignments'],
        properties: {
          assignments: {
            type: 'array',
            title: 'Assignments',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'value'],
              properties: {
                name: { type: 'string', title: 'Variable', format: 'variable' },
                value: { type: 'string', title: 'Value', format: 'template' },
              },
            },
          },
        },
      },
      ports: () => [{ id: 'next', label: 'Next' }],
      enter: () => leave('next'),
    }),
    wait: defineNode({
      title: 'Wait',
      doc: 'Waits.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['after'],
        properties: {
          after: { type: 'string', title: 'For', format: 'duration' },
          until: { type: 'string', title: 'Until', format: 'date-time' },
          calendar: { type: 'string', title: 'Hours', format: 'calendar' },
          tries: { type: 'integer', title: 'Tries', minimum: 1, maximum: 5, default: 1 },
        },
      },
      ports: () => [{ id: 'next', label: 'Next' }],
      enter: (visit) => wait('time', { effects: [timer(visit, visit.params.after)] }),
      resume: () => leave('next'),
    }),
    'follow-up': defineNode({
      title: 'Follow up',
      doc: 'Goes on, and comes back later.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['after'],
        properties: { after: { type: 'string', title: 'After', format: 'duration' } },
      },
      ports: () => [
        { id: 'next', label: 'Next' },
        { id: 'later', label: 'Later' },
      ],
      enter: (visit) => leave('next', { fork: { on: 'time', effects: [timer(visit, visit.params.after)] } }),
      resume: () => leave('later'),
    }),
    'call-flow': defineNode({
      title: 'Call flow',
      doc: 'Calls another flow.',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['flow'],
        properties: { flow: { type: 'string', title: 'Flow', format: 'flow' }, input: inputProperty },
      },
      ports: () => [{ id: 'done', label: 'Done', when: 'done' }],
      enter: ({ params }) => ({ move: 'call', flow: params.flow }),
      resume: () => leave('done'),
    }),
    'hand-over': defineNode({
      title: 'Hand over',
      doc: 'Gives the conversation to people.',
      params: {
        type: 'object',
        additionalProperties: false,
        properties: {
          team: { type: 'string', title: 'Team', format: 'team' },
          pattern: { type: 'string', title: 'Pattern', format: 'pattern' },
        },
      },
      ports: () => [{ id: 'done', label: 'Done', when: 'done' }],
      enter: () => wait('answer'),
      resume: () => leave('done'),
    }),
  }),
);
