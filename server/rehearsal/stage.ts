import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  newConversation,
} from '../../nodes/contract/conversation.ts';
import type { IssuedEffect, TimerPurpose } from '../../nodes/contract/effect.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { InboundMessage, OutboundChoices, OutboundMessage } from '../../nodes/contract/message.ts';
import { type Advance, advance, takeable } from '../engine/advance.ts';
import { explain } from '../engine/explain.ts';
import type { EndedSession } from '../engine/turn.ts';
import type { World } from '../engine/world.ts';
import type { Setting } from './chat.ts';
import { block, showEffect } from './show-effect.ts';
import { type Visited, watcher } from './visited.ts';

/** A conversation being played: what changes in place while the chat goes on, and nowhere else. */
export interface Stage {
  readonly world: World;
  readonly setting: Setting;
  /** The flow the chat is about: how it ends needs no name. */
  readonly flow: string;
  readonly explains: boolean;
  now: number;
  events: number;
  /** Nodes passed so far. */
  visits: number;
  conversation: Conversation;
  contact: Contact;
  /** Requests to the outside that it has not answered yet, oldest first. */
  readonly open: Awaited[];
  readonly timers: { readonly effect: string; readonly at: number; readonly purpose: TimerPurpose }[];
  readonly questions: (OutboundChoices & { readonly id: string })[];
  readonly messages: Said[];
  readonly journal: JournalEntry[];
  /** All that happened, also what the journal does not tell of; kept only when somebody watches. */
  readonly happened: Happened[];
  /** What the nodes of the event at hand had to say. */
  readonly visited: Visited[];
  readonly watches: boolean;
  /** The variables of each session as they were last seen, by session id; kept only when somebody watches. */
  readonly vars: Map<string, JsonObject>;
  readonly out: string[];
}

/** An event with all that a rehearsal can show of it. */
export interface Happened extends Advance {
  readonly event: ConversationEvent;
  readonly visited: readonly Visited[];
}

/** More than a conversation in real life ever comes to; over that, a flow goes in circles. */
const MAX_EVENTS = 5_000;
const MAX_VISITS = 20_000;

/** The chat is stopped: what it leads to is too much to play. */
export class TooMuch extends Error {}

export interface Awaited {
  readonly effect: string;
  readonly type: 'httpRequest' | 'crmLookup';
  readonly request: IssuedEffect;
}

/** A message of either side, in the order they were said. */
export type Said = { readonly at: number } & (
  | { readonly from: 'contact'; readonly message: InboundMessage }
  | { readonly from: 'us'; readonly id: string; readonly message: OutboundMessage }
);

/** What happened, who got it and why, and what followed. */
export interface JournalEntry extends Pick<Advance, 'path' | 'effects' | 'ended'> {
  readonly event: ConversationEvent;
  readonly to?: string;
  readonly because?: string;
}

type Happening = ConversationEvent extends infer E
  ? E extends ConversationEvent
    ? Omit<E, 'id' | 'at'>
    : never
  : never;

/** Whom the chat is about, and how closely it is looked at. */
export interface StageOptions extends Pick<Stage, 'flow' | 'explains'> {
  /** Keeps all that can be shown of each event. */
  readonly watches?: boolean;
}

export function setStage(
  world: World,
  setting: Setting,
  { flow, explains, watches = false }: StageOptions,
): Stage {
  const vars: Stage['vars'] = new Map();
  const visited: Visited[] = [];
  return {
    world: watches ? { ...world, observe: watcher(visited, vars) } : world,
    setting,
    flow,
    explains,
    now: setting.at,
    events: 0,
    visits: 0,
    conversation: newConversation(setting.number.id, setting.contact.id),
    contact: setting.contact,
    open: [],
    timers: [],
    questions: [],
    messages: [],
    journal: [],
    happened: [],
    visited,
    watches,
    vars,
    out: [],
  };
}

/** Something happens now; what it sets free, queued messages and timers that are due, happens right after. */
export function happen(stage: Stage, happening: Happening): undefined {
  stage.events += 1;
  if (stage.events > MAX_EVENTS || stage.visits > MAX_VISITS)
    throw new TooMuch('this is too much to play: the flow may be going in circles, or the time is too long');
  take(stage, { ...happening, id: `e${stage.events}`, at: stage.now } as ConversationEvent);
  takeUpQueue(stage);
  passTime(stage, stage.now);
}

/** Lets time pass. The timers due until then fire in their order, each at its own moment. */
export function passTime(stage: Stage, until: number): undefined {
  while (fireNext(stage, until));
  stage.now = Math.max(stage.now, until);
}

/** Fires the next timer that is due until a moment; says whether there was one. */
export function fireNext(stage: Stage, until: number): boolean {
  const next = nextTimer(stage);
  if (!next || next.at > until) return false;
  stage.timers.splice(stage.timers.indexOf(next), 1);
  stage.now = Math.max(stage.now, next.at);
  happen(stage, { type: 'timerFired', effect: next.effect });
  return true;
}

const nextTimer = ({ timers }: Stage) =>
  timers.length === 0 ? undefined : timers.reduce((first, timer) => (timer.at < first.at ? timer : first));

function takeUpQueue(stage: Stage): void {
  for (let left = stage.conversation.queue.length; left > 0; left -= 1) {
    const next = takeable(stage.conversation, stage.now);
    if (!next) return;
    take(stage, next);
  }
}

function take(stage: Stage, event: ConversationEvent): void {
  const after = advance(stage.world, stage, stored(event));
  // Every rest must survive storage.
  stage.conversation = stored(after.conversation);
  stage.contact = stored(after.contact);
  for (const effect of after.effects) remember(stage, effect);
  stage.visits += after.path.length;
  if (stage.watches) stage.happened.push({ ...after, event, visited: stage.visited.splice(0) });
  write(stage, after);
  note(stage, event, after);
}

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function remember({ open, timers, questions, messages, now }: Stage, effect: IssuedEffect): void {
  const { id } = effect;
  if (effect.type === 'startTimer') timers.push({ effect: id, at: effect.at, purpose: effect.purpose });
  if (effect.type === 'httpRequest' || effect.type === 'crmLookup')
    open.push({ effect: id, type: effect.type, request: effect });
  if (effect.type !== 'sendMessage') return;
  messages.push({ at: now, from: 'us', id, message: effect.message });
  if (effect.message.kind === 'choices') questions.push({ ...effect.message, id });
}

function write(stage: Stage, { decision, effects, ended }: Advance): void {
  if (stage.explains && decision) stage.out.push(`? ${explain(decision)}`);
  const ends = (left: boolean) =>
    ended.filter(({ why }) => (why === 'left') === left).map((session) => showEnd(stage, session));
  stage.out.push(
    ...ends(true), // a flow is left before the next one speaks
    ...effects.flatMap((effect) => showEffect(effect, stage.now)),
    ...ends(false),
    ...showRescue(stage, effects),
  );
}

/** A failed session hands over without an effect: who waits for people now must be seen all the same. */
function showRescue(
  { conversation: { owner }, now }: Stage,
  effects: readonly IssuedEffect[],
): readonly string[] {
  if (owner.is !== 'queue' || owner.effect !== undefined || owner.since !== now) return [];
  if (effects.some(({ type }) => type === 'handOver')) return [];
  return showEffect({ type: 'handOver', ...owner }, now);
}

const showEnd = (stage: Stage, { flow, why, detail }: EndedSession): string =>
  block('= ', `${why}${flow.id === stage.flow ? '' : ` (${flow.id})`}${detail ? `: ${detail}` : ''}`);

function note({ journal }: Stage, event: ConversationEvent, after: Advance): void {
  const { decision, path, effects, ended } = after;
  // A stale timer finds nobody waiting; in production it would have been cancelled.
  if (event.type === 'timerFired' && path.length === 0) return;
  // A message that has to wait is told of once: when it is taken up.
  if (decision?.to === 'queue') return;
  const why = decision && { to: decision.to, because: explain(decision) };
  journal.push({ event, ...why, path, effects, ended });
}
