import fc from 'fast-check';
import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  newConversation,
  timersOf,
} from '../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { InboundContent } from '../../nodes/contract/message.ts';
import { type Advance, alreadySeen, takeable } from '../../server/engine/advance.ts';
import { ANA, type Happening } from './talk.ts';
import { NOON, NUMBER } from './world.ts';

/** What befalls a conversation, before it is known what it can be about: `pick` chooses among what there is. */
export interface Deed {
  readonly does: (typeof DEEDS)[number];
  readonly pick: number;
  readonly content: InboundContent;
  readonly minutes: number;
}

const DEEDS = [
  ...([
    'write',
    'write',
    'write',
    'tap',
    'tap',
    'wake',
    'wake',
    'wake',
    'stale',
    'answer',
    'answer',
  ] as const),
  ...(['find', 'fail', 'claim', 'agentWrites', 'release', 'release', 'request', 'again', 'takeUp'] as const),
];

const words = fc.constantFrom(
  'go',
  'red',
  'menu',
  'yes',
  '2',
  'ราคา',
  'stop',
  'start',
  'ana@x.test',
  '',
  '5 pm',
  '🙂',
);
const contents: fc.Arbitrary<InboundContent> = fc.oneof(
  { weight: 6, arbitrary: words.map((text) => ({ kind: 'text', text }) as const) },
  words.map((caption) => ({ kind: 'media', media: 'image', id: 'f', mime: 'image/png', caption }) as const),
  fc.constantFrom<InboundContent>(
    { kind: 'location', latitude: 1, longitude: -2 },
    { kind: 'reaction', to: 'm1', emoji: '👍' },
    { kind: 'edit', of: 'm1', text: 'stop' },
    { kind: 'system', what: 'number_changed' },
    { kind: 'unsupported', what: 'poll' },
    { kind: 'order', catalog: 'c', items: [], text: 'red' },
    { kind: 'form', name: 'f', answers: {} },
    { kind: 'welcome' },
  ),
);

export const deeds = (least = 5): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.record({
      does: fc.constantFrom(...DEEDS),
      pick: fc.nat(1000),
      content: contents,
      minutes: fc.constantFrom(0, 0, 1, 30, 1500),
    }),
    { minLength: least, maxLength: 40 },
  );

/** A conversation in the middle of a random life. */
export interface Life {
  conversation: Conversation;
  contact: Contact;
  now: number;
  readonly events: ConversationEvent[];
  readonly issued: Map<string, IssuedEffect>;
  /** Where messages went and how sessions ended. */
  readonly outcomes: Set<string>;
}

export const newLife = (): Life => ({
  conversation: newConversation(NUMBER, ANA.id),
  contact: ANA,
  now: NOON,
  events: [],
  issued: new Map(),
  outcomes: new Set(),
});

/** How many events back one may come a second time. */
const FRESH = 20;

/** The event that a deed comes to, if there is anything it can be about. */
export function eventOf(life: Life, deed: Deed): ConversationEvent | undefined {
  life.now += deed.minutes * 60_000;
  if (deed.does === 'takeUp') return takeable(life.conversation, life.now);
  if (deed.does === 'again') {
    // Longer ago is remembered only by whoever keeps the messages.
    const event = pickFrom(life.events.slice(-FRESH), deed);
    return event && !alreadySeen(life.conversation, event) ? event : undefined;
  }
  const happening = happeningOf(life, deed);
  if (!happening) return undefined;
  const event = { ...happening, id: `e${life.events.length}`, at: life.now } as ConversationEvent;
  // A timer that fires twice is one event, whoever brings it.
  const known = event.type === 'timerFired' ? { ...event, id: `${event.effect}/fired` } : event;
  return alreadySeen(life.conversation, known) ? undefined : known;
}

function happeningOf(life: Life, deed: Deed): Happening | undefined {
  const { conversation } = life;
  const effects = [...life.issued.values()];
  const of = (...kinds: readonly IssuedEffect['type'][]): string | undefined =>
    pickFrom(effects.filter(({ type }) => kinds.includes(type)).slice(-3), deed)?.id;
  switch (deed.does) {
    case 'write':
      return { type: 'messageReceived', message: { ...deed.content, id: `m${deed.pick}` } };
    case 'tap':
      return tap(life, deed);
    case 'wake': {
      const timer = timersOf(conversation).toSorted((a, b) => a.at - b.at)[0];
      life.now = Math.max(life.now, timer?.at ?? 0);
      return timer && { type: 'timerFired', effect: timer.effect };
    }
    case 'claim':
      return { type: 'agentClaimed', agent: deed.pick % 2 ? 'mali' : 'somchai' };
    case 'agentWrites':
      return { type: 'agentWrote', agent: 'mali', message: { kind: 'text', text: 'hello' } };
    case 'request':
      return { type: 'flowRequested', flow: ['a', 'b', 'gone'][deed.pick % 3] ?? '', set: { x: deed.pick } };
    case 'release':
      return release(life, deed, of('handOver'));
    default:
      return answer(deed, of);
  }
}

type Of = (...kinds: readonly IssuedEffect['type'][]) => string | undefined;

function answer({ does, pick }: Deed, of: Of): Happening | undefined {
  if (does === 'stale') return about(of('startTimer'), (effect) => ({ type: 'timerFired', effect }));
  if (does === 'find')
    return about(of('crmLookup'), (effect) => ({
      type: 'crmAnswered',
      effect,
      record: pick % 2 ? null : { pick },
    }));
  if (does === 'fail')
    return about(of('httpRequest', 'crmLookup', 'sendMessage', 'handOver', 'startTimer'), (effect) => ({
      ...{ type: 'effectFailed', effect, code: pick % 2 ? 'timeout' : 'x', reason: 'it broke' },
    }));
  return about(of('httpRequest'), (effect) => ({
    ...{ type: 'httpAnswered', effect, status: pick % 3 ? 200 : 500, body: { x: [pick] } },
  }));
}

const about = (
  effect: string | undefined,
  happening: (effect: string) => Happening,
): Happening | undefined => (effect === undefined ? undefined : happening(effect));

function release({ conversation: { owner } }: Life, { pick }: Deed, handOver = ''): Happening {
  const how = (['resolved', 'nobody', 'timedOut', 'customerLeft'] as const)[pick % 4] ?? 'resolved';
  const awaited = 'effect' in owner ? (owner.effect ?? '') : '';
  return { type: 'agentReleased', effect: pick % 3 ? awaited : handOver, how };
}

function tap({ issued }: Life, deed: Deed): Happening | undefined {
  const asked = [...issued.values()].flatMap((effect) =>
    effect.type === 'sendMessage' && effect.message.kind === 'choices' ? [effect.message] : [],
  );
  const question = pickFrom(asked.slice(-4), deed);
  const option = question && pickFrom(question.options, deed);
  if (!question || !option) return undefined;
  const { origin } = question;
  const message = {
    id: `m${deed.pick}`,
    kind: 'tap',
    title: option.label,
    option: option.id,
    ...(origin && { origin }),
  } as const;
  return { type: 'messageReceived', message };
}

const pickFrom = <T>(items: readonly T[], { pick }: Deed): T | undefined =>
  items[pick % Math.max(items.length, 1)];

export function lived(life: Life, event: ConversationEvent, after: Advance): void {
  life.events.push(event);
  life.conversation = after.conversation;
  life.contact = after.contact;
  for (const effect of after.effects) {
    if (life.issued.has(effect.id)) throw new Error(`two effects are called ${effect.id}`);
    life.issued.set(effect.id, effect);
  }
  if (after.decision) life.outcomes.add(after.decision.to);
  for (const { why } of after.ended) life.outcomes.add(why);
}
