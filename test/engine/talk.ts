import { expect } from 'vitest';
import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  newConversation,
  nextWake,
  sessionsOf,
} from '../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { InboundContent, Origin } from '../../nodes/contract/message.ts';
import { type Advance, advance, alreadySeen, takeable } from '../../server/engine/advance.ts';
import { explain } from '../../server/engine/explain.ts';
import type { World } from '../../server/engine/world.ts';
import { NOON, NUMBER } from './world.ts';

export type Happening = ConversationEvent extends infer E
  ? E extends ConversationEvent
    ? Omit<E, 'id' | 'at'>
    : never
  : never;

export const ANA: Contact = { id: 'ana', address: '661', phone: '661', name: 'Ana', tags: [], fields: {} };

/** One contact talking with a world. Every event goes through storage and is checked for what must always hold. */
export interface Talk {
  world: World;
  conversation: Conversation;
  contact: Contact;
  now: number;
  readonly effects: IssuedEffect[];
  readonly ended: string[];
  last: Advance;
}

export function talkTo(world: World, contact: Partial<Contact> = {}, number = NUMBER): Talk {
  const person = { ...ANA, ...contact };
  const conversation = newConversation(number, person.id);
  const last: Advance = { conversation, contact: person, effects: [], path: [], ended: [] };
  return { world, conversation, contact: person, now: NOON, effects: [], ended: [], last };
}

let counter = 0;

export const happen = (talk: Talk, happening: Happening, id = `e${++counter}`): Advance =>
  take(talk, { ...happening, id, at: talk.now } as ConversationEvent);

export function take(talk: Talk, event: ConversationEvent): Advance {
  const after = advance(talk.world, talk, stored(event));
  expect(stored(after.conversation)).toEqual(after.conversation);
  for (const { position } of sessionsOf(after.conversation)) expect(position.is).toBe('waiting');
  talk.conversation = stored(after.conversation);
  talk.contact = stored(after.contact);
  talk.effects.push(...after.effects);
  const ids = talk.effects.map((effect) => effect.id);
  expect(new Set(ids).size).toBe(ids.length);
  talk.ended.push(...after.ended.map(({ why, detail }) => (detail ? `${why}: ${detail}` : why)));
  talk.last = after;
  return after;
}

export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The contact writes; what it sets free in the queue is taken up. */
export const says = (talk: Talk, text: string): readonly string[] => hears(talk, { kind: 'text', text });

export const taps = (talk: Talk, option: string, origin: Origin | undefined): readonly string[] =>
  hears(talk, { kind: 'tap', title: option, option, ...(origin && { origin }) });

export function hears(talk: Talk, content: InboundContent): readonly string[] {
  const before = talk.effects.length;
  happen(talk, { type: 'messageReceived', message: { ...content, id: `m${++counter}` } });
  drain(talk);
  return textsOf(talk.effects.slice(before));
}

/** Takes up what may be taken up, as the runtime does. */
export function drain(talk: Talk): void {
  for (let next = takeable(talk.conversation, talk.now); next; next = takeable(talk.conversation, talk.now))
    take(talk, next);
}

/** Time passes; the timers due fire in their order. */
export function pass(talk: Talk, ms: number): readonly string[] {
  const before = talk.effects.length;
  const until = talk.now + ms;
  for (
    let at = nextWake(talk.conversation);
    at !== undefined && at <= until;
    at = nextWake(talk.conversation)
  ) {
    talk.now = Math.max(talk.now, at);
    const due = sessionsOf(talk.conversation)
      .flatMap(({ position }) => (position.is === 'waiting' ? position.timers : []))
      .find((timer) => timer.at === at);
    const event = {
      id: `${due?.effect}/fired`,
      at: talk.now,
      type: 'timerFired',
      effect: due?.effect ?? '',
    } as const;
    if (alreadySeen(talk.conversation, event)) throw new Error('a timer that fired is still due');
    take(talk, event);
    drain(talk);
  }
  talk.now = until;
  return textsOf(talk.effects.slice(before));
}

/** The outside answers the latest request. */
export function answers(talk: Talk, body: JsonBody = null, status = 200): readonly string[] {
  const before = talk.effects.length;
  const effect = idOf(talk, 'httpRequest');
  happen(talk, { type: 'httpAnswered', effect, status, body });
  drain(talk);
  return textsOf(talk.effects.slice(before));
}

type JsonBody = Extract<Happening, { readonly type: 'httpAnswered' }>['body'];

export function releases(talk: Talk, how: 'resolved' | 'nobody' | 'timedOut' | 'customerLeft' = 'resolved') {
  const before = talk.effects.length;
  const { owner } = talk.conversation;
  happen(talk, { type: 'agentReleased', effect: 'effect' in owner ? (owner.effect ?? '') : '', how });
  drain(talk);
  return textsOf(talk.effects.slice(before));
}

export const idOf = (talk: Talk, type: IssuedEffect['type']): string =>
  talk.effects.findLast((effect) => effect.type === type)?.id ?? '';

export const textsOf = (effects: readonly IssuedEffect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.type === 'sendMessage'
      ? [
          'text' in effect.message
            ? (effect.message.text ?? '')
            : effect.message.kind === 'template'
              ? `template ${effect.message.name}`
              : effect.message.kind,
        ]
      : [],
  );

/** Where the latest question's taps lead. */
export function originOf(talk: Talk): Origin | undefined {
  const asked = talk.effects.findLast(
    (effect) => effect.type === 'sendMessage' && effect.message.kind === 'choices',
  );
  return asked?.type === 'sendMessage' && asked.message.kind === 'choices' ? asked.message.origin : undefined;
}

export const why = (talk: Talk): string => (talk.last.decision ? explain(talk.last.decision) : '');
export const owner = (talk: Talk): string => talk.conversation.owner.is;
export const front = (talk: Talk): string | undefined => talk.conversation.session?.flow.id;
export const behind = (talk: Talk): readonly string[] =>
  talk.conversation.background.map(({ flow }) => flow.id);
