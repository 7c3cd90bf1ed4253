import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  sessionsOf,
  waitsFor,
  withPeople,
} from '../../nodes/contract/conversation.ts';
import type { Effect, IssuedEffect } from '../../nodes/contract/effect.ts';
import type { Event, Happening } from '../../nodes/contract/event.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { Ending, Session } from '../../nodes/contract/session.ts';
import { effectId, type Passage } from './run.ts';
import { step } from './step.ts';
import type { Program, World } from './world.ts';

/** A conversation in the middle of an event: what changes in place while it is being moved, and nowhere else. */
export interface Turn {
  readonly world: World;
  readonly event: ConversationEvent;
  conversation: Conversation;
  contact: Contact;
  readonly effects: IssuedEffect[];
  readonly path: Passage[];
  readonly ended: EndedSession[];
  /** A failed session may start one other flow; a second failure goes to people. */
  rescued: boolean;
}

/** A session that this event brought to its end, and how. */
export interface EndedSession {
  readonly session: string;
  readonly flow: FlowRef;
  readonly why: Ending;
  readonly detail?: string;
}

/** Sessions kept behind the one in front; more than a person could have caused. */
const MAX_BACKGROUND = 20;

export function issueHere(turn: Turn, effect: Effect): void {
  turn.effects.push({ ...effect, id: effectId(turn.event, turn.effects.length) });
}

/** Puts a fresh session in front and lets it run to its first rest. What was in front must have been cleared. */
export function startSession(
  turn: Turn,
  flow: FlowRef,
  started: Extract<Happening, { readonly type: 'started' }>,
  vars: JsonObject = {},
  stack: Session['stack'] = [],
): void {
  const { id, at } = turn.event;
  const session: Session = {
    id: `${turn.conversation.id}@${id}${turn.rescued ? '+' : ''}`,
    flow,
    vars,
    position: { is: 'fresh' },
    stack,
    startedAt: at,
    pauses: 0,
  };
  stepFront(turn, session, { id, at, ...started });
}

/** Starts a flow at its own beginning. Does nothing when the flow is not published. */
export function startFlow(turn: Turn, program: Program | undefined, vars: JsonObject = {}): void {
  if (!program?.entry) return;
  const { event } = turn;
  startSession(turn, program.ref, {
    type: 'started',
    node: program.entry.id,
    set: vars,
    ...(event.type === 'messageReceived' && { message: event.message }),
  });
}

/** Steps a session that is, or becomes, the one in front. */
export function stepFront(turn: Turn, session: Session, event: Event, walk = step): void {
  const after = stepSession(turn, session, event, walk);
  const { session: _, ...rest } = turn.conversation;
  if (after.position.is === 'ended') {
    turn.conversation = settleOwner(promote(rest));
    sessionEnded(turn, after);
  } else {
    turn.conversation = settleOwner({ ...rest, session: after });
  }
}

/** Steps a session in the background; one that then asks something comes to the front. */
export function stepBehind(turn: Turn, session: Session, event: Event, walk = step): void {
  // It is taken out first: what splits off may push the oldest out, but not the one on its way.
  const others = turn.conversation.background.filter(({ id }) => id !== session.id);
  turn.conversation = { ...turn.conversation, background: others };
  const after = stepSession(turn, session, event, walk);
  if (after.position.is === 'ended') return sessionEnded(turn, after);
  if (after.position.is === 'waiting' && after.position.on === 'time') return setAside(turn, after);
  setFrontAside(turn);
  turn.conversation = settleOwner({ ...turn.conversation, session: after });
}

function stepSession(turn: Turn, session: Session, event: Event, walk: typeof step): Session {
  const { world, contact, conversation, effects } = turn;
  const result = walk(world, session, event, {
    contact,
    lastInboundAt: conversation.lastInboundAt,
    firstEffect: effects.length,
  });
  turn.contact = result.contact;
  turn.effects.push(...result.effects);
  turn.path.push(...result.path);
  for (const forked of result.forks) setAside(turn, forked);
  for (const effect of result.effects) if (effect.type === 'handOver') enqueue(turn, session, effect);
  return result.session;
}

/** People get the conversation; an agent who has it keeps it. Only one flow at a time can wait for people. */
function enqueue(
  turn: Turn,
  session: Session,
  { team, note, priority, id }: IssuedEffect & { readonly type: 'handOver' },
): void {
  const { owner } = turn.conversation;
  if ('effect' in owner && owner.effect !== undefined) leaveWaiting(turn, owner.effect, session);
  turn.conversation = {
    ...turn.conversation,
    owner:
      owner.is === 'agent'
        ? { ...owner, effect: id }
        : {
            is: 'queue',
            since: turn.event.at,
            priority,
            effect: id,
            ...(team !== undefined && { team }),
            ...(note !== undefined && { note }),
          },
  };
}

/** Ends the session that waits for an effect nobody will answer any more, unless it is the one on its way. */
function leaveWaiting(turn: Turn, effect: string, except: Session): void {
  const left = sessionsOf(turn.conversation).find((other) => waitsFor(other, effect));
  if (!left || left.id === except.id) return;
  const { session, background, ...rest } = turn.conversation;
  turn.conversation = {
    ...rest,
    ...(session && session !== left && { session }),
    background: background.filter((other) => other !== left),
  };
  noteEnd(turn, left, 'left');
}

function setAside(turn: Turn, session: Session): void {
  const background = [...turn.conversation.background, session];
  for (const dropped of background.slice(0, -MAX_BACKGROUND)) noteEnd(turn, dropped, 'left');
  turn.conversation = { ...turn.conversation, background: background.slice(-MAX_BACKGROUND) };
}

/** Takes the session in front away: behind, if it waits for its moment; else it has ended, left by the contact. */
export function clearFront(turn: Turn): void {
  const { session, ...rest } = turn.conversation;
  if (!session) return;
  turn.conversation = rest;
  if (session.position.is === 'waiting' && session.position.on === 'time') setAside(turn, session);
  else noteEnd(turn, session, 'left');
}

/** What is in front waits behind until what comes now has ended. */
function setFrontAside(turn: Turn): void {
  const { session, ...rest } = turn.conversation;
  if (!session) return;
  turn.conversation = rest;
  setAside(turn, session);
}

/** The contact wants nothing more: every session is left, and what still queued with them. */
export function leaveAll(turn: Turn): void {
  const { session: _, ...rest } = turn.conversation;
  for (const session of sessionsOf(turn.conversation)) noteEnd(turn, session, 'left');
  turn.conversation = settleOwner({ ...rest, background: [], queue: [] });
}

/** The latest session that was set aside while it waited for a reply comes back to the front. */
function promote(conversation: Conversation): Conversation {
  const next = conversation.background.findLast(
    ({ position }) => position.is === 'waiting' && position.on !== 'time',
  );
  if (!next || conversation.session) return conversation;
  return {
    ...conversation,
    session: next,
    background: conversation.background.filter((other) => other !== next),
  };
}

/** The bot owns what has a session in front; a session never takes a conversation away from people. */
export function settleOwner(conversation: Conversation): Conversation {
  const { owner, session } = conversation;
  if (owner.is === 'agent') return conversation;
  if (owner.is === 'queue') {
    const { effect } = owner;
    if (effect === undefined || sessionsOf(conversation).some((waiting) => waitsFor(waiting, effect)))
      return conversation;
  }
  return { ...conversation, owner: { is: session ? 'bot' : 'nobody' } };
}

function sessionEnded(turn: Turn, session: Session): void {
  if (session.position.is !== 'ended') return;
  noteEnd(turn, session, session.position.why, session.position.detail);
  if (session.position.why === 'failed') rescue(turn, session);
}

export function noteEnd(turn: Turn, { id, flow }: Session, why: Ending, detail?: string): void {
  turn.ended.push({ session: id, flow, why, ...(detail !== undefined && { detail }) });
}

/** A failed session leaves nobody alone: the flow's fallback takes over, or people do. */
function rescue(turn: Turn, session: Session): void {
  if (withPeople(turn.conversation)) return;
  const { position } = session;
  const detail = position.is === 'ended' ? (position.detail ?? '') : '';
  const onFailure = onFailureOf(turn.world, session);
  const fallback = onFailure.flow === undefined ? undefined : turn.world.program(onFailure.flow);
  if (fallback?.entry && !turn.rescued) {
    turn.rescued = true;
    setFrontAside(turn);
    return startFlow(turn, fallback, { failure: detail });
  }
  turn.conversation = {
    ...turn.conversation,
    owner: {
      is: 'queue',
      since: turn.event.at,
      priority: 'normal',
      note: detail,
      ...(onFailure.team !== undefined && { team: onFailure.team }),
    },
  };
}

/** What a flow says for the case of failure; if nothing, what the flow says that called it. */
const onFailureOf = (world: World, { flow, stack }: Session): Program['onFailure'] =>
  [...stack.map((frame) => frame.flow), flow]
    .map(({ id, version }) => (world.program(id, version) ?? world.program(id))?.onFailure ?? {})
    .findLast((known) => known.flow !== undefined || known.team !== undefined) ?? {};
