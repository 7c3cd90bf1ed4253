import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  heldBack,
  sessionsOf,
  timersOf,
  withPeople,
} from '../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { Event } from '../../nodes/contract/event.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { InboundMessage } from '../../nodes/contract/message.ts';
import type { Session } from '../../nodes/contract/session.ts';
import { carryOver } from './carry-over.ts';
import { type Decision, pausesShortly, route } from './route.ts';
import type { Passage } from './run.ts';
import { answers } from './step.ts';
import {
  clearFront,
  type EndedSession,
  issueHere,
  leaveAll,
  settleOwner,
  startFlow,
  startSession,
  stepBehind,
  stepFront,
  type Turn,
} from './turn.ts';
import type { World } from './world.ts';

/** What one event did to a conversation. */
export interface Advance {
  readonly conversation: Conversation;
  readonly contact: Contact;
  readonly effects: readonly IssuedEffect[];
  /** Who got the message, if the event was one. */
  readonly decision?: Decision;
  readonly path: readonly Passage[];
  readonly ended: readonly EndedSession[];
}

/** How many event ids a conversation keeps to recognise one that comes twice. */
const REMEMBERED_EVENTS = 20;

/** Whether a conversation has taken in an event before; a queued message is seen, but not yet taken up. */
export const alreadySeen = (conversation: Conversation, { id }: ConversationEvent): boolean =>
  conversation.seen.includes(id) && !conversation.queue.some((queued) => queued.id === id);

/** The queued message that may be taken up now, if any. */
export function takeable(conversation: Conversation, at: number): ConversationEvent | undefined {
  const {
    queue: [next],
    session,
  } = conversation;
  if (!next || withPeople(conversation)) return undefined;
  if (session && keepsWaiting(session, saidAt(next))) return undefined;
  // It happens now, and the timers it starts count from now; when it was said stays known.
  return next.type === 'messageReceived' ? { ...next, at, sentAt: saidAt(next) } : { ...next, at };
}

/** What `route` would only queue again is not taken up; so both go by when the contact wrote. */
const keepsWaiting = (session: Session, at: number): boolean =>
  (session.position.is === 'waiting' && session.position.on === 'answer') || pausesShortly(session, at);

const saidAt = (event: ConversationEvent): number =>
  ('sentAt' in event ? event.sentAt : undefined) ?? event.at;

/**
 * Lets an event move a conversation: the one decision that production, simulator, tests and replay share.
 * Pure: what should happen in the world comes back as effects. An event seen before must not be given again.
 */
export function advance(
  world: World,
  before: { readonly conversation: Conversation; readonly contact: Contact },
  event: ConversationEvent,
): Advance {
  const turn: Turn = {
    world,
    event,
    conversation: takeIn(before.conversation, event),
    contact: before.contact,
    effects: [],
    path: [],
    ended: [],
    rescued: false,
  };
  const decision = happen(turn, event, before.conversation);
  if (withPeople(before.conversation) && !withPeople(turn.conversation)) catchUp(turn);
  turn.conversation = settleOwner(turn.conversation);
  const { conversation, contact, effects, path, ended } = turn;
  return { conversation, contact, effects, path, ended, ...(decision && { decision }) };
}

const takeIn = (conversation: Conversation, { id }: ConversationEvent): Conversation => ({
  ...conversation,
  queue: conversation.queue.filter((queued) => queued.id !== id),
  seen: [...conversation.seen.filter((seen) => seen !== id), id].slice(-REMEMBERED_EVENTS),
});

function happen(turn: Turn, event: ConversationEvent, before: Conversation): Decision | undefined {
  switch (event.type) {
    case 'messageReceived':
      return hear(turn, event, before);
    case 'flowRequested':
      begin(turn, event.flow, event.set);
      return undefined;
    case 'flowMoved':
      carryOver(turn, event);
      return undefined;
    case 'agentClaimed':
      claim(turn, event.agent);
      return undefined;
    case 'agentWrote':
      claim(turn, event.agent);
      issueHere(turn, { type: 'sendMessage', message: event.message });
      return undefined;
    case 'agentReleased':
      release(turn, event);
      return undefined;
    default:
      wake(turn, event);
      return undefined;
  }
}

function hear(
  turn: Turn,
  event: ConversationEvent & { readonly type: 'messageReceived' },
  before: Conversation,
): Decision {
  const sentAt = saidAt(event);
  const routed = route(turn.world, { conversation: before, contact: turn.contact }, event.message, sentAt);
  const decision: Decision = overtakes(before, event, routed) ? { to: 'queue', until: 'turn' } : routed;
  const lastInboundAt = Math.max(sentAt, before.lastInboundAt ?? 0);
  if (decision.to !== 'noted') turn.conversation = { ...turn.conversation, lastInboundAt };
  deliver(turn, event, decision, before);
  return decision;
}

function deliver(
  turn: Turn,
  event: ConversationEvent & { readonly type: 'messageReceived' },
  decision: Decision,
  before: Conversation,
): void {
  const { conversation } = turn;
  const { message } = event;
  switch (decision.to) {
    case 'session':
      return stepOne(turn, decision.session, event);
    case 'start': {
      const { entry, match } = decision.winner;
      clearFront(turn);
      return startSession(turn, entry.flow, {
        type: 'started',
        node: entry.node,
        message,
        ...(match.set && { set: match.set }),
      });
    }
    case 'branch':
      return tapped(turn, decision, message);
    case 'fallback':
      return begin(turn, decision.flow);
    case 'queue':
      turn.conversation = { ...conversation, queue: inLine(before.queue, event) };
      return;
    case 'optOut':
    case 'optIn':
      return opt(turn, decision.to === 'optOut');
    case 'owner':
    case 'noted':
    case 'nobody':
      return;
  }
}

/** Whether a message came just when earlier ones may be taken up: it must not be heard before them. */
const overtakes = (before: Conversation, { id, at }: ConversationEvent, decision: Decision): boolean =>
  PATIENT.has(decision.to) &&
  !(decision.to === 'start' && decision.interrupts) &&
  takeable(before, at) !== undefined &&
  before.queue.every((queued) => queued.id !== id);

const PATIENT: ReadonlySet<Decision['to']> = new Set([
  ...(['session', 'start', 'branch', 'fallback', 'nobody'] as const),
]);

/** Puts a flow in front. One that is not published takes nobody out of theirs. */
function begin(turn: Turn, flow: string, vars?: JsonObject): void {
  const program = turn.world.program(flow);
  if (!program?.entry) return;
  clearFront(turn);
  startFlow(turn, program, vars);
}

/** A message that comes again while it queues keeps its place. */
const inLine = (queue: Conversation['queue'], event: ConversationEvent): Conversation['queue'] =>
  queue.some(({ id }) => id === event.id) ? queue : [...queue, event];

/** An old button begins its branch anew; within the same flow, with what the flow knows already. */
function tapped(
  turn: Turn,
  { origin, option }: Decision & { readonly to: 'branch' },
  message: InboundMessage,
): void {
  const { session } = turn.conversation;
  const same = session?.flow.id === origin.flow && session.stack.length === 0;
  clearFront(turn);
  startSession(
    turn,
    { id: origin.flow, version: origin.version },
    { type: 'started', node: origin.node, by: option, message },
    same ? session.vars : {},
  );
}

function opt(turn: Turn, out: boolean): void {
  const { stopped, started } = turn.world.settings.optOut;
  if (out) leaveAll(turn);
  turn.contact = { ...turn.contact, optedOut: out };
  issueHere(turn, { type: 'updateContact', patch: { optedOut: out } });
  issueHere(turn, { type: 'sendMessage', message: { kind: 'text', text: out ? stopped : started } });
}

/** An agent takes the conversation, whoever had it; a flow that asked for one goes on waiting for its release. */
function claim(turn: Turn, agent: string): void {
  const { owner } = turn.conversation;
  if (owner.is === 'agent' && owner.agent === agent) return;
  const effect = 'effect' in owner ? owner.effect : undefined;
  if (effect === undefined) clearFront(turn);
  turn.conversation = {
    ...turn.conversation,
    owner: { is: 'agent', agent, since: turn.event.at, ...(effect !== undefined && { effect }) },
  };
}

/**
 * People give the conversation back: to the flow that handed it over, if it still waits, else to nobody.
 * A release that comes late, when another hand-over waits already, changes nothing.
 */
function release(turn: Turn, event: ConversationEvent & { readonly type: 'agentReleased' }): void {
  const { owner } = turn.conversation;
  const awaited = 'effect' in owner ? owner.effect : undefined;
  if (awaited !== undefined && event.effect !== '' && event.effect !== awaited) return;
  turn.conversation = settleOwner({ ...turn.conversation, owner: { is: 'nobody' } });
  wake(turn, { ...event, effect: awaited ?? event.effect });
}

/** An answer or a moment that some session waits for; a stale one finds nobody waiting. */
function wake(turn: Turn, event: ConversationEvent & Event): void {
  const { conversation } = turn;
  const session = sessionsOf(conversation).find(({ position }) => answers(position, event));
  if (!session || (event.type === 'timerFired' && heldBack(conversation, session))) return;
  stepOne(turn, session.id, event);
}

/** Steps a session wherever it stands. */
function stepOne(turn: Turn, id: string, event: Event): void {
  const { session, background } = turn.conversation;
  if (session?.id === id) return stepFront(turn, session, event);
  const behind = background.find((other) => other.id === id);
  if (behind) stepBehind(turn, behind, event);
}

/** What fell due while people had the conversation happens when they give it back. */
function catchUp(turn: Turn): void {
  const { id, at } = turn.event;
  const due = timersOf(turn.conversation).filter((timer) => timer.at <= at);
  for (const { effect } of due.toSorted((a, b) => a.at - b.at))
    wake(turn, { id, at, type: 'timerFired', effect });
}
