import type { Effect } from '../../nodes/contract/effect.ts';
import type { Event } from '../../nodes/contract/event.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import { defineNode, leave, type Outcome, wait } from '../../nodes/contract/node-type.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import { say as sentence } from '../../nodes/contract/sentence.ts';
import type { Cast } from '../../server/rehearsal/play-chat.ts';

const noParams = { type: 'object', additionalProperties: false, properties: {} } as const;
const textParam = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: { type: 'string', format: 'template' } },
} as const;

const next = [{ id: 'next', label: 'Next' }];
const about = { title: 'Small', doc: 'A small node for tests.' };

const start = defineNode({
  ...about,
  params: textParam,
  ports: () => next,
  trigger: ({ text }) => ({
    scope: { numbers: [], tags: [] },
    interrupts: false,
    match: ({ message }) =>
      text === '*' || (message.kind === 'text' && message.text === text)
        ? { fit: text === '*' ? 'any' : 'only', word: text }
        : undefined,
    says: sentence('the word "{text}"', { text }),
  }),
  enter: () => leave('next'),
});

const say = defineNode({
  ...about,
  params: textParam,
  ports: () => next,
  enter: ({ params: { text } }) =>
    leave('next', { effects: [{ type: 'sendMessage', message: { kind: 'text', text } }] }),
});

/** Asks Yes or No; reminds after an hour, gives up after two more. */
const choose = defineNode({
  ...about,
  params: textParam,
  ports: () => ['yes', 'no', 'silence'].map((id) => ({ id, label: id })),
  enter: ({ params: { text }, at }) =>
    wait('reply', {
      effects: [
        {
          type: 'sendMessage',
          message: {
            kind: 'choices',
            text,
            options: ['Yes', 'No'].map((label) => ({ id: label.toLowerCase(), label })),
          },
        },
        { type: 'startTimer', at: at + 3_600_000, purpose: 'reminder' },
      ],
    }),
  resume: ({ memo, at }, event): Outcome => {
    if (event.type === 'messageReceived')
      return leave(event.message.kind === 'tap' ? event.message.option : 'no');
    if (memo === 'reminded') return leave('silence');
    const again: Effect = { type: 'sendMessage', message: { kind: 'text', text: 'Still there?' } };
    const later: Effect = { type: 'startTimer', at: at + 7_200_000, purpose: 'noReply' };
    return wait('reply', { effects: [again, later], memo: 'reminded' });
  },
});

/** Waits for the outside, whatever it is asked; keeps what it said as `answer`. */
const outside = (effect: Effect) =>
  defineNode({
    ...about,
    params: noParams,
    ports: () => next,
    enter: () => wait('answer', { effects: [effect] }),
    resume: (_, event) => leave('next', { set: { answer: answerOf(event) } }),
  });

const answerOf = (event: Event): string =>
  ({
    httpAnswered: () => `${(event as Event & { status: number }).status}`,
    crmAnswered: () => JSON.stringify((event as Event & { record: null }).record),
    effectFailed: () => `failed: ${(event as Event & { code: string }).code}`,
    agentReleased: () => (event as Event & { how: string }).how,
  })[event.type as 'httpAnswered']();

const types: Registry = new Map(
  Object.entries({
    start,
    say,
    choose,
    fetch: outside({
      ...{ type: 'httpRequest', method: 'GET', url: 'https://shop.test/', headers: {}, timeoutMs: 1000 },
    }),
    lookup: outside({ type: 'crmLookup', connection: 'crm', find: 'order', value: '4711' }),
    people: outside({ type: 'handOver', team: 'sales', priority: 'high', note: 'wants a price' }),
  }),
);

/** A flow whose nodes follow each other by `next`; `say` is what a choice leads to by either answer. */
export function flowOf(
  flow: string,
  steps: readonly (readonly [type: string, text?: string])[],
): FlowVersion {
  const nodes = steps.map(([type, text], i) => ({
    id: `n${i}`,
    type,
    v: 1,
    params: text === undefined ? {} : { text },
  }));
  const edges = nodes.slice(1).flatMap(({ id: to }, i) => {
    const ports = steps[i]?.[0] === 'choose' ? ['yes', 'no'] : ['next'];
    return ports.map((port) => ({ from: `n${i}`, port, to }));
  });
  const graph = { nodes, edges };
  return { flow, version: 1, name: flow, order: 0, publishedAt: 0, graph, layout: {} };
}

export const castOf = (flow: FlowVersion, ...others: readonly FlowVersion[]): Cast => ({
  types,
  flow,
  others,
});
