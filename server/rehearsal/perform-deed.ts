import { type InboundContent, type Option, wordsOf } from '../../nodes/contract/message.ts';
import { storable } from '../runtime/storable.ts';
import type { Deed, DeedOf } from './chat.ts';
import { momentOf } from './parse-setting.ts';
import { type Awaited, happen, passTime, type Stage } from './stage.ts';

type Perform = { readonly [D in Deed['does']]: (stage: Stage, deed: DeedOf<D>) => string | undefined };

/** Lets a line of the chat happen. A text says why it cannot. */
export const performDeed = (stage: Stage, deed: Deed): string | undefined =>
  (performs[deed.does] as (stage: Stage, deed: Deed) => string | undefined)(stage, deed);

const performs: Perform = {
  write: (stage, { content }) => hear(stage, content),
  tap,
  react: (stage, { emoji }) => hear(stage, { kind: 'reaction', to: latestFrom(stage, 'us'), emoji }),
  edit: (stage, { text }) => hear(stage, { kind: 'edit', of: latestFrom(stage, 'contact'), text }),
  revoke: (stage) => hear(stage, { kind: 'revoke', of: latestFrom(stage, 'contact') }),
  answer: (stage, { status, body }) =>
    settle(stage, ['httpRequest'], 'No HTTP request', (effect) =>
      happen(stage, { type: 'httpAnswered', effect, status, body: storable(body) }),
    ),
  find: (stage, { record }) =>
    settle(stage, ['crmLookup'], 'No look-up in a CRM', (effect) =>
      happen(stage, { type: 'crmAnswered', effect, record: storable(record) }),
    ),
  fail: (stage, { code, reason }) =>
    settle(stage, ['httpRequest', 'crmLookup'], 'No request', (effect) =>
      happen(stage, { type: 'effectFailed', effect, code, reason }),
    ),
  pass: (stage, { ms }) => passTime(stage, stage.now + ms),
  passUntil,
  claim: (stage, { agent }) => happen(stage, { type: 'agentClaimed', agent }),
  release,
  request: (stage, { flow, set }) =>
    stage.world.program(flow)
      ? happen(stage, { type: 'flowRequested', flow, set })
      : `there is no live flow "${flow}"`,
};

function hear(stage: Stage, content: InboundContent, replyTo?: string): undefined {
  const count = stage.messages.filter(({ from }) => from === 'contact').length;
  const message = { ...content, id: `in${count + 1}`, ...(replyTo !== undefined && { replyTo }) };
  stage.messages.push({ at: stage.now, from: 'contact', message });
  happen(stage, { type: 'messageReceived', message, sentAt: stage.now });
}

/** More options than WhatsApp has buttons or rows for arrive as a numbered text, and nobody can tap a text. */
const MAX_TAPPABLE = 10;

function tap(stage: Stage, { label, back }: DeedOf<'tap'>): string | undefined {
  const question = stage.questions.findLast(
    ({ options }, i, all) =>
      (back === undefined || i === all.length - back) && options.some((option) => option.label === label),
  );
  const option = question?.options.find((option) => option.label === label);
  if (!question || !option) return noSuchOption(stage, label, back);
  if (question.options.length > MAX_TAPPABLE)
    return `"${label}" is no button: with more than ${MAX_TAPPABLE} options they are numbered text`;
  const { id, origin } = question;
  return hear(stage, { kind: 'tap', title: label, option: option.id, ...(origin && { origin }) }, id);
}

function noSuchOption({ questions }: Stage, label: string, back = 1): string {
  const question = questions.at(-back);
  if (!question) return `there is no question to tap "${label}" on`;
  const labels = question.options.map((option: Option) => `[${option.label}]`).join(' ');
  return `no question there has the option "${label}"; the ${back === 1 ? 'latest' : `${back}th latest`} has ${labels}`;
}

function settle(
  stage: Stage,
  types: readonly Awaited['type'][],
  nothing: string,
  answer: (effect: string) => void,
): string | undefined {
  const index = stage.open.findIndex(({ type }) => types.includes(type));
  const [found] = index === -1 ? [] : stage.open.splice(index, 1);
  if (!found) return `${nothing} waits for an answer`;
  answer(found.effect);
  return undefined;
}

function passUntil(stage: Stage, { day, time }: DeedOf<'passUntil'>): string | undefined {
  const moment = momentOf(day, time, stage.setting.timeZone);
  if (moment === undefined) return `there is no moment ${day} ${time}`;
  if (moment < stage.now) return `${day} ${time} is over already`;
  passTime(stage, moment);
  return undefined;
}

/** Until when a deed lets time pass; undefined for one that does something else, or cannot be. */
export function timeOf({ now, setting }: Stage, deed: Deed): number | undefined {
  if (deed.does === 'pass') return now + deed.ms;
  if (deed.does !== 'passUntil') return undefined;
  const moment = momentOf(deed.day, deed.time, setting.timeZone);
  return moment !== undefined && moment >= now ? moment : undefined;
}

function release(stage: Stage, { how, note }: DeedOf<'release'>): string | undefined {
  const { owner } = stage.conversation;
  if (owner.is !== 'queue' && owner.is !== 'agent') return 'nobody has the conversation but the bot';
  happen(stage, {
    type: 'agentReleased',
    effect: owner.effect ?? '',
    how,
    ...(note !== undefined && { note }),
  });
  return undefined;
}

/** The id of the latest message of one side that a reaction, an edit or a deletion can be about. */
function latestFrom({ messages }: Stage, side: 'us' | 'contact'): string {
  const latest = messages.findLast(
    (said) => said.from === side && (said.from === 'us' || wordsOf(said.message) !== ''),
  );
  if (!latest) return '';
  return latest.from === 'us' ? latest.id : latest.message.id;
}
