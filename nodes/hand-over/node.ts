import { isOpen } from '../contract/calendar.ts';
import type { Effect } from '../contract/effect.ts';
import { dueAt } from '../contract/no-reply.ts';
import { defineNode, leave, type Outcome, type Visit, wait } from '../contract/node-type.ts';
import { warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { fallbackProperty, windowPort } from '../contract/window.ts';
import { why } from './why.ts';

const params = {
  type: 'object',
  additionalProperties: false,
  properties: {
    team: {
      type: 'string',
      title: 'Team',
      description: 'Leave it empty for whoever is free.',
      format: 'team',
    },
    note: {
      type: 'string',
      title: 'Note for your colleague',
      description: 'What the contact wants, so that nobody asks twice.',
      format: 'template',
      maxLength: 2000,
    },
    priority: {
      type: 'string',
      title: 'Priority',
      enum: ['low', 'normal', 'high'],
      labels: { low: 'Low', normal: 'Normal', high: 'Urgent' },
      default: 'normal',
    },
    say: {
      type: 'string',
      title: 'Say to the contact',
      description: 'Only said when the conversation is really handed over.',
      format: 'template',
      maxLength: 4096,
      examples: ['One moment, a colleague will be with you.'],
    },
    calendar: {
      type: 'string',
      title: 'Only in the open hours of',
      description: 'Outside them it goes on by "Nobody there" at once, without a word.',
      format: 'calendar',
    },
    giveUpAfter: {
      type: 'string',
      title: 'Give up when nobody takes it within',
      description: 'Only open hours count, if a calendar is chosen.',
      format: 'duration',
      examples: ['15m'],
    },
    fallback: fallbackProperty,
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Gives the conversation to people, and takes it back when they are done. */
export const node = defineNode({
  title: 'Hand over',
  doc: 'Hands the conversation over to your team and goes on when they are done.',
  params,
  fresh: {},
  ports: ({ say, fallback }) => [
    { id: 'resolved', label: 'Resolved' },
    { id: 'nobody', label: 'Nobody there', when: 'failed' },
    { id: 'timedOut', label: 'Nobody took it in time', when: 'failed' },
    { id: 'customerLeft', label: 'The contact left', when: 'silence' },
    ...(say ? windowPort(fallback) : []),
  ],
  enter,
  resume: (_visit, event) => {
    if (event.type === 'agentReleased') return leave(event.how);
    return leave(event.type === 'timerFired' ? 'timedOut' : 'nobody');
  },
  why,
  check: ({ say, fallback }) =>
    fallback && !say
      ? [warning('fallback', 'Nothing is said to the contact here, so no template is needed')]
      : [],
});

function enter(visit: Visit<Params>): Outcome {
  const { params, at, calendar } = visit;
  const { team, note = '', priority = 'normal', say = '', giveUpAfter } = params;
  // A calendar that is gone closes no door: better a hand-over too many.
  const hours = params.calendar === undefined ? undefined : calendar(params.calendar);
  if (hours && !isOpen(hours, at)) return leave('nobody');
  const effects: readonly Effect[] = [
    ...(say.trim() === '' ? [] : [{ type: 'sendMessage', message: { kind: 'text', text: say } } as const]),
    { type: 'handOver', priority, ...(team && { team }), ...(note.trim() !== '' && { note }) },
    ...(giveUpAfter === undefined ? [] : [giveUp(dueAt(visit, giveUpAfter, params.calendar))]),
  ];
  return wait('answer', { effects });
}

const giveUp = (at: number): Effect => ({ type: 'startTimer', at, purpose: 'handOver' });
