import { addOpenTime } from './calendar.ts';
import { parseDuration } from './duration.ts';
import type { Effect } from './effect.ts';
import { isObject, type JsonObject } from './json.ts';
import { leave, type Outcome, type Port, type Visit, wait } from './node-type.ts';
import type { Schema } from './schema.ts';

/** The parameter of every node that waits for a person: what to do when nobody answers. */
export const noReplyProperty = {
  type: 'object',
  title: 'No reply',
  description: 'What happens when nobody answers. Each time counts from the message before it.',
  additionalProperties: false,
  required: ['after'],
  properties: {
    after: { type: 'string', title: 'Stop waiting after', format: 'duration' },
    calendar: {
      type: 'string',
      title: 'Count only the open hours of',
      format: 'calendar',
    },
    reminders: {
      type: 'array',
      title: 'Reminders before that',
      maxItems: 5,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['after', 'text'],
        properties: {
          after: { type: 'string', title: 'After', format: 'duration' },
          text: { type: 'string', title: 'Text', format: 'template', minLength: 1, maxLength: 4096 },
        },
      },
    },
  },
} as const satisfies Schema;

export interface NoReply {
  readonly after: string;
  readonly calendar?: string;
  readonly reminders?: readonly { readonly after: string; readonly text: string }[];
}

type Moment = Pick<Visit<unknown>, 'at' | 'calendar'>;

export const noReplyPort = (noReply: NoReply | undefined): readonly Port[] =>
  noReply ? [{ id: 'noReply', label: 'No reply', when: 'silence' }] : [];

/** The timer of a question asked now: until the next reminder, or until giving up. */
export function noReplyTimer(moment: Moment, noReply: NoReply | undefined, reminded = 0): readonly Effect[] {
  if (!noReply) return [];
  const reminder = noReply.reminders?.[reminded];
  const after = reminder?.after ?? noReply.after;
  const purpose = reminder ? 'reminder' : 'noReply';
  return [{ type: 'startTimer', at: dueAt(moment, after, noReply.calendar), purpose }];
}

/**
 * The timer has fired: sends the next reminder and goes on waiting, or leaves by *no reply*.
 * A session moved to a version that waits for ever may still be woken by its old timer: it waits on.
 */
export function onSilence(visit: Visit<unknown>, noReply: NoReply | undefined): Outcome {
  const memo: JsonObject = isObject(visit.memo) ? visit.memo : {};
  if (!noReply) return wait('reply', { memo });
  const reminded = Number(memo['reminded'] ?? 0);
  const reminder = noReply.reminders?.[reminded];
  if (!reminder) return leave('noReply');
  return wait('reply', {
    effects: [
      { type: 'sendMessage', message: { kind: 'text', text: reminder.text } },
      ...noReplyTimer(visit, noReply, reminded + 1),
    ],
    memo: { ...memo, reminded: reminded + 1 },
  });
}

/** When a length of time from now is over, counted in open hours if a calendar is named and exists. */
export function dueAt({ at, calendar }: Moment, after: string, calendarId?: string): number {
  const ms = parseDuration(after);
  const hours = calendarId === undefined ? undefined : calendar(calendarId);
  return (hours && addOpenTime(hours, at, ms)) ?? at + ms;
}
