import {
  type ConversationEvent,
  type FlowMove,
  type Owner,
  sessionsOf,
  waitsFor,
  withPeople,
} from '../../nodes/contract/conversation.ts';
import type { Frame, Session } from '../../nodes/contract/session.ts';
import { type Destination, destination, type Place, placeOf } from './destination.ts';
import { NOTHING_LEFT } from './move.ts';
import { leaveFlow } from './step.ts';
import { noteEnd, startSession, stepBehind, stepFront, type Turn } from './turn.ts';
import type { Program, World } from './world.ts';

type Moved = ConversationEvent & { readonly type: 'flowMoved' };

/**
 * Brings every session of a conversation that is inside an older version of a flow into the version that was
 * published, in front, behind, and where the flow waits for another one to return. Who is in that version, or in a
 * later one, is left alone: the same order twice does nothing the second time.
 *
 * Who waits at a node that still exists goes on waiting there, whatever its params are now. While people own the
 * conversation the bot stays silent: nobody begins again, and who would have to go to another node leaves the flow.
 */
export function carryOver(turn: Turn, event: Moved): void {
  const program = turn.world.program(event.flow, event.to);
  if (!program) return;
  const front = turn.conversation.session?.id;
  for (const { id } of sessionsOf(turn.conversation)) {
    // What came before may have ended it, or moved it from the front to behind.
    const session = sessionsOf(turn.conversation).find((known) => known.id === id);
    if (!session || !isInside(session, event)) continue;
    if (event.how === 'restart' && id === front && mayRestart(turn, session))
      restart(turn, session, event, program);
    else bringAlong(turn, session, event, program);
  }
}

const BEGAN_AGAIN = 'the flow was published anew and began again';

/** Whether a session, or a flow that waits for it to return, is in an older version of the flow. */
export const isInside = (
  { flow, stack }: Pick<Session, 'flow'> & { readonly stack: readonly Pick<Frame, 'flow'>[] },
  move: Pick<FlowMove, 'flow' | 'to'>,
): boolean => [flow, ...stack.map((frame) => frame.flow)].some((ref) => isOlder(ref, move));

/** Versions below zero are drafts that testers try out: nobody moves them. */
export const isOlder = (
  { id, version }: Session['flow'],
  { flow, to }: Pick<FlowMove, 'flow' | 'to'>,
): boolean => id === flow && version > 0 && version < to;

/**
 * Only what is in front begins again, and only if no person has the conversation; what comes to the front because the
 * first one ended at once does not, or the contact would hear the beginning twice. Who waits for a moment, such as a
 * follow-up in two days, keeps it: to begin again now would come out of the blue.
 */
const mayRestart = ({ conversation }: Turn, { id, position }: Session): boolean =>
  conversation.session?.id === id &&
  !withPeople(conversation) &&
  !(position.is === 'waiting' && position.on === 'time');

/** What called the flow goes on waiting for it. */
function restart(turn: Turn, session: Session, move: Moved, { ref, entry }: Program): void {
  if (!entry) return drop(turn, session, BEGAN_AGAIN);
  const outer = session.stack.findIndex((frame) => isOlder(frame.flow, move));
  const stack = outer < 0 ? session.stack : session.stack.slice(0, outer);
  const { session: _, ...rest } = turn.conversation;
  turn.conversation = rest;
  noteEnd(turn, session, 'left', BEGAN_AGAIN);
  const { message } = session;
  startSession(turn, ref, { type: 'started', node: entry.id, ...(message && { message }) }, {}, stack);
}

function bringAlong(turn: Turn, session: Session, move: Moved, program: Program): void {
  const stack = session.stack.map((frame) => moveFrame(turn.world, frame, move, program));
  const place = placeOf(session);
  if (!isOlder(session.flow, move) || !place) return swap(turn, { ...session, stack });
  const moved: Session = { ...session, stack, flow: program.ref };
  const goes = wayOf(turn.world, session.flow, place, move, program);
  if (goes.is === 'stays') return swap(turn, moved);
  if (withPeople(turn.conversation)) return drop(turn, session, NOTHING_LEFT);
  const stepOn = turn.conversation.session?.id === session.id ? stepFront : stepBehind;
  const { id, at } = turn.event;
  if (goes.is === 'leaves') return stepOn(turn, moved, { id, at, type: 'started', node: '' }, leaveFlow);
  stepOn(turn, { ...moved, position: { is: 'fresh' } }, { id, at, type: 'started', node: goes.node });
}

/** Puts a session back where it was, changed. */
function swap(turn: Turn, session: Session): void {
  const { conversation } = turn;
  const change = (known: Session): Session => (known.id === session.id ? session : known);
  turn.conversation = {
    ...conversation,
    ...(conversation.session && { session: change(conversation.session) }),
    background: conversation.background.map(change),
  };
}

/** Ends a session. People who have the conversation keep it, though nobody waits for them to give it back any more. */
function drop(turn: Turn, gone: Session, why: string): void {
  const { session, background, owner, ...rest } = turn.conversation;
  const waited = 'effect' in owner && owner.effect !== undefined && waitsFor(gone, owner.effect);
  turn.conversation = {
    ...rest,
    owner: waited ? withoutEffect(owner) : owner,
    ...(session && session.id !== gone.id && { session }),
    background: background.filter(({ id }) => id !== gone.id),
  };
  noteEnd(turn, gone, 'left', why);
}

function withoutEffect(owner: Owner): Owner {
  if (!('effect' in owner)) return owner;
  const { effect: _, ...rest } = owner;
  return rest;
}

function moveFrame(world: World, frame: Frame, move: Moved, program: Program): Frame {
  if (!isOlder(frame.flow, move)) return frame;
  const moved = { ...frame, flow: program.ref };
  if (frame.onReturn === 'leave') return moved;
  const goes = wayOf(world, frame.flow, { node: frame.node, isCopy: false }, move, program);
  if (goes.is === 'stays') return moved;
  return goes.is === 'leaves'
    ? { ...moved, onReturn: 'leave' }
    : { ...moved, node: goes.node, onReturn: 'arrive' };
}

const wayOf = (
  world: World,
  flow: Session['flow'],
  place: Place,
  { map }: Moved,
  program: Program,
): Destination => destination(world.program(flow.id, flow.version), program, place, map);
