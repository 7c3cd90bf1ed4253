import { isObject } from '../contract/json.ts';
import { dueAt } from '../contract/no-reply.ts';
import {
  defineNode,
  leave,
  type Outcome,
  type Remark,
  type Visit,
  type Waits,
} from '../contract/node-type.ts';
import { warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { why } from './why.ts';

const params = {
  type: 'object',
  required: ['after'],
  additionalProperties: false,
  properties: {
    after: { type: 'string', title: 'After', format: 'duration', examples: ['1d'] },
    calendar: { type: 'string', title: 'Count only the open hours of', format: 'calendar' },
    unlessAnswered: {
      type: 'boolean',
      title: 'Only if the contact has not written since',
      description: 'Any message to this WhatsApp number counts, in this flow or elsewhere.',
      default: true,
    },
    times: { type: 'integer', title: 'How many times', minimum: 1, maximum: 10, default: 1 },
    every: {
      type: 'string',
      title: 'And again after',
      description: 'Leave it empty to wait as long as the first time.',
      format: 'duration',
    },
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/**
 * Comes back later, while the flow goes on.
 *
 * On entering, the session leaves by *next* at once and a copy of it stays behind here, asleep. When the copy wakes:
 * - the contact has written since it fell asleep, and `unlessAnswered`: it ends, quietly;
 * - otherwise it leaves by *due*, and while `times` are left a further copy stays behind and sleeps for `every`;
 * - after the last of several times one more copy sleeps; if that too hears nothing it leaves by *gaveUp*.
 *
 * Each copy sees the variables as they were when it was made. *gaveUp* exists only where there are several times to
 * give up after, and an answer to give up on.
 */
export const node = defineNode({
  title: 'Follow up',
  doc: 'Goes on at once, and comes back later if the contact has not written.',
  params,
  fresh: { after: '20h' },
  ports: (params) => [
    { id: 'next', label: 'At once' },
    { id: 'due', label: 'When the time comes' },
    ...(givesUp(params) ? [{ id: 'gaveUp', label: 'Still no answer' }] : []),
  ],
  enter: (visit) => leave('next', { fork: sleep(visit, visit.params.after, 0) }),
  resume,
  why,
  check,
});

function resume(visit: Visit<Params>): Outcome {
  const { params } = visit;
  const { unlessAnswered = true, times = 1, every = params.after } = params;
  if (unlessAnswered && hasAnswered(visit)) return { move: 'end', why: 'completed', detail: 'answered' };
  const sent = sentSoFar(visit) + 1;
  if (sent > times) return givesUp(params) ? leave('gaveUp') : { move: 'end', why: 'completed' };
  return sent < times || givesUp(params) ? leave('due', { fork: sleep(visit, every, sent) }) : leave('due');
}

const givesUp = ({ unlessAnswered = true, times = 1 }: Params): boolean => unlessAnswered && times > 1;

const sleep = (visit: Visit<Params>, time: string, sent: number): Waits => ({
  on: 'time',
  memo: { sent },
  effects: [{ type: 'startTimer', at: dueAt(visit, time, visit.params.calendar), purpose: 'followUp' }],
});

const hasAnswered = ({ lastInboundAt, since, at }: Visit<Params>): boolean =>
  lastInboundAt !== undefined && lastInboundAt > (since ?? at);

const sentSoFar = ({ memo }: Visit<Params>): number =>
  isObject(memo) && typeof memo['sent'] === 'number' ? memo['sent'] : 0;

function check({ times = 1, every }: Params): readonly Remark[] {
  return every !== undefined && times === 1
    ? [
        warning(
          'every',
          'It comes back only once, so this means nothing; raise "How many times", or leave this empty',
        ),
      ]
    : [];
}
