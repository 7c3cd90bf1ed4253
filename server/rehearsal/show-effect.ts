import type { ContactPatch } from '../../nodes/contract/contact.ts';
import type { Effect, HttpRequest } from '../../nodes/contract/effect.ts';
import { toText } from '../../nodes/contract/json.ts';
import { showMessage } from './show-message.ts';
import { showSpan } from './span.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { readonly type: T }>;
type Show = { readonly [T in Effect['type']]: (effect: EffectOf<T>, now: number) => readonly string[] };

/** An effect as the lines of a chat: `>` for what we say, `*` for everything else. */
export const showEffect = (effect: Effect, now: number): readonly string[] =>
  (shows[effect.type] as (effect: Effect, now: number) => readonly string[])(effect, now);

const shows: Show = {
  sendMessage: ({ message }) => [block('> ', showMessage(message))],
  updateContact: ({ patch }) => showPatch(patch).map((line) => block('* ', line)),
  startTimer: ({ at, purpose }, now) => [`* timer ${showSpan(at - now)} (${PURPOSES[purpose]})`],
  httpRequest: (request) => [block('* ', showRequest(request))],
  crmLookup: ({ find, value }) => [`* crm ${FINDS[find]} ${value}`],
  handOver: ({ team, priority, note }) => [
    block(
      '* ',
      `hand over${team ? ` to ${team}` : ''}${priority === 'normal' ? '' : ` (${priority})`}${note ? `: ${note}` : ''}`,
    ),
  ],
  reachGoal: ({ goal, value }) => [`* goal ${goal}${value === undefined ? '' : ` ${value}`}`],
};

const PURPOSES: { readonly [P in EffectOf<'startTimer'>['purpose']]: string } = {
  noReply: 'no reply',
  reminder: 'reminder',
  wait: 'wait',
  followUp: 'follow-up',
  collect: 'collect',
  handOver: 'hand-over',
};

const FINDS: { readonly [F in EffectOf<'crmLookup'>['find']]: string } = {
  personByPhone: 'person by phone',
  personByEmail: 'person by email',
  order: 'order',
  ticket: 'ticket',
};

function showPatch({ addTags = [], removeTags = [], fields = {}, ...set }: ContactPatch): readonly string[] {
  const tags = [...addTags.map((tag) => `+${tag}`), ...removeTags.map((tag) => `-${tag}`)];
  return [
    ...(tags.length > 0 ? [`tag ${tags.join(' ')}`] : []),
    ...Object.entries(fields).map(([name, value]) => `field ${name}=${toText(value)}`),
    ...Object.entries(set).map(([name, value]) => `set ${name}${value === true ? '' : `=${toText(value)}`}`),
  ];
}

const showRequest = ({ method, url, connection, body }: HttpRequest): string =>
  `http ${method} ${url}${connection ? ` (${connection})` : ''}${body ? `\n${body}` : ''}`;

/** A text of several lines: those after the first are indented, so that they belong to it. */
export const block = (mark: string, text: string): string =>
  `${mark}${text.trimEnd()}`
    .split('\n')
    .map((line, i) => (i === 0 || line.trim() === '' ? line.trimEnd() : `  ${line.trimEnd()}`))
    .join('\n');
