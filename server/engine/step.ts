import type { Contact } from '../../nodes/contract/contact.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { Event } from '../../nodes/contract/event.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { isSaid } from '../../nodes/contract/message.ts';
import type { Outcome, Visit } from '../../nodes/contract/node-type.ts';
import { fillSentence, say } from '../../nodes/contract/sentence.ts';
import type { Position, Session } from '../../nodes/contract/session.ts';
import { TemplateError } from '../../nodes/contract/template.ts';
import { finish, follow, move, NOTHING_LEFT } from './move.ts';
import { fail, type Passage, type Run, type Turn } from './run.ts';
import { decide, look } from './visit.ts';
import { guardWindow } from './window-guard.ts';
import type { World } from './world.ts';

export interface Step {
  readonly session: Session;
  /** Sessions that split off and wait for their moment in the background. */
  readonly forks: readonly Session[];
  /** The contact as the step left it; the changes themselves are effects. */
  readonly contact: Contact;
  readonly effects: readonly IssuedEffect[];
  readonly path: readonly Passage[];
}

/** What a step needs to know besides session and event. */
export interface Around {
  readonly contact: Contact;
  readonly lastInboundAt?: number | undefined;
  /** How many effects this event has caused before this step. */
  readonly firstEffect?: number;
}

/** Nodes passed without a pause. */
export const MAX_VISITS = 200;

/**
 * Moves a session from rest to rest: from where it waits, through every node that needs nothing
 * from the world, to the next wait or the end. Pure: same input, same output. An event the
 * session does not wait for changes nothing. What goes wrong in a node, whoever is to blame, fails the session.
 */
export function step(world: World, before: Session, event: Event, around: Around): Step {
  if (!concerns(before.position, event)) return untouched(before, around.contact);
  const run = begin(world, before, event, around);
  return run ? drive(run, whereToGoOn(run)) : untouched(lost(before), around.contact);
}

/** Lets a session leave its flow where it stands; a flow that called it goes on. */
export function leaveFlow(world: World, before: Session, event: Event, around: Around): Step {
  const run = begin(world, before, event, around);
  return run
    ? drive(run, finish(run, undefined, 'left', NOTHING_LEFT))
    : untouched(lost(before), around.contact);
}

/** Goes on from a turn to the next rest. */
function drive(run: Run, first: Turn | undefined): Step {
  let turn = first;
  while (turn) {
    if (run.path.length >= MAX_VISITS) {
      fail(
        run,
        turn.node,
        say('the flow passed {n} boxes without a pause; it may be going in circles', { n: MAX_VISITS }),
      );
      break;
    }
    turn = take(run, turn);
  }
  const { vars, position, stack, pauses, contact, effects, path, forks, message } = run;
  return {
    session: {
      ...run.session,
      flow: run.program.ref,
      vars,
      position,
      stack,
      pauses,
      ...(message && { message }),
    },
    forks,
    contact,
    effects,
    path,
  };
}

function begin(world: World, session: Session, event: Event, around: Around): Run | undefined {
  const program = world.program(session.flow.id, session.flow.version);
  if (!program) return undefined;
  return {
    world,
    session,
    event,
    lastInboundAt: around.lastInboundAt,
    message: ('message' in event ? event.message : undefined) ?? session.message,
    program,
    vars: session.vars,
    contact: around.contact,
    stack: session.stack,
    position: session.position,
    pauses: session.pauses,
    made: 0,
    firstEffect: around.firstEffect ?? 0,
    effects: [],
    path: [],
    forks: [],
  };
}

const untouched = (session: Session, contact: Contact): Step => ({
  session,
  forks: [],
  contact,
  effects: [],
  path: [],
});

/** Flows keep the versions that sessions are in; should one be gone all the same, people must know. */
const lost = (session: Session): Session => ({
  ...session,
  position: {
    is: 'ended',
    why: 'failed',
    detail: fillSentence(say('the flow no longer has version {version}', { version: session.flow.version })),
  },
});

function take(run: Run, turn: Turn): Turn | undefined {
  try {
    const visit = look(run, turn);
    const outcome = guardWindow(run, turn, decide(visit, turn));
    if (run.world.observe) show(run, turn, visit, outcome);
    return move(run, turn, outcome);
  } catch (error) {
    return fail(
      run,
      turn.node,
      error instanceof TemplateError
        ? say('a text cannot be filled: {why}', { why: error.sentence })
        : say('it cannot go on: {why}', { why: error instanceof Error ? error.message : String(error) }),
    );
  }
}

function show(
  { world, session, program }: Run,
  { node, event }: Turn,
  visit: Visit<JsonObject>,
  outcome: Outcome,
) {
  world.observe?.({ session: session.id, flow: program.ref, node, visit, outcome, ...(event && { event }) });
}

/** The node a fresh session begins at, or the node that waits for this event. */
function whereToGoOn(run: Run): Turn | undefined {
  const { event, session, program } = run;
  if (event.type === 'started') return start(run, event);
  if (session.position.is !== 'waiting') return undefined;
  const { node: id, since, memo } = session.position;
  const node = program.nodes.get(id);
  if (!node) return fail(run, undefined, say('the flow no longer has the box "{id}"', { id }));
  return { node, event, waited: { since, ...(memo !== undefined && { memo }) } };
}

function start(run: Run, event: Event & { readonly type: 'started' }): Turn | undefined {
  const node = run.program.nodes.get(event.node);
  if (!node) return fail(run, undefined, say('the flow no longer has the box "{id}"', { id: event.node }));
  run.vars = { ...run.vars, ...event.set };
  if (event.by === undefined) return { node };
  // A tap on an old button is heard by the question it belongs to, as if that question had just been asked.
  const { id, at, message } = event;
  return message && node.type.resume
    ? { node, event: { id, at, type: 'messageReceived', message }, waited: { since: at } }
    : follow(run, node, event.by);
}

const concerns = (position: Position, event: Event): boolean =>
  position.is === 'fresh' ? event.type === 'started' : answers(position, event);

/** Whether a waiting session waits for this. */
export function answers(position: Position, event: Event): boolean {
  if (position.is !== 'waiting') return false;
  if (event.type === 'messageReceived') return position.on === 'reply' && isSaid(event.message);
  return 'effect' in event && position.effects.includes(event.effect);
}
