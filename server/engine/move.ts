import type { Effect, IssuedEffect } from '../../nodes/contract/effect.ts';
import { type JsonObject, sizeOf } from '../../nodes/contract/json.ts';
import type { Outcome, Waits } from '../../nodes/contract/node-type.ts';
import { say } from '../../nodes/contract/sentence.ts';
import type { Ending, Waiting } from '../../nodes/contract/session.ts';
import { about, end, fail, issue, type Run, type Turn } from './run.ts';
import type { ProgramNode } from './world.ts';

/** Pauses in one session, and flows inside flows. */
export const MAX_PAUSES = 500;
export const MAX_DEPTH = 10;

/** Characters in the variables of a session at rest, and in all that one step gives to variables. */
const MAX_REMEMBERED = 250_000;
const MAX_MADE = 4 * MAX_REMEMBERED;

/** Carries out what a node decided; says where the session goes next, or leaves it at rest. */
export function move(run: Run, turn: Turn, outcome: Outcome): Turn | undefined {
  const { node } = turn;
  if (outcome.set && !keep(run, outcome.set)) return remembersTooMuch(run, node);
  const issued = issue(run, node, outcome.effects);
  switch (outcome.move) {
    case 'leave':
      return outcome.fork ? fork(run, node, outcome.by, outcome.fork) : follow(run, node, outcome.by);
    case 'wait':
      passed(run, node);
      return rest(run, node, outcome, issued);
    case 'call':
    case 'jump':
      passed(run, node);
      return enter(run, node, outcome);
    case 'end':
      passed(run, node);
      return finish(run, node, outcome.why, outcome.detail);
  }
}

/** Takes new values over into the variables, unless one step makes more than could ever be kept. */
function keep(run: Run, set: JsonObject): boolean {
  run.vars = { ...run.vars, ...set };
  run.made += sizeOf(set, MAX_MADE);
  return run.made <= MAX_MADE;
}

const remembersTooMuch = (run: Run, node: ProgramNode): undefined =>
  fail(
    run,
    node,
    say('the session remembers more than {n} characters in its variables', { n: MAX_REMEMBERED }),
  );

const passed = (run: Run, node: ProgramNode, port?: string): void => {
  run.path.push({ flow: run.program.ref, node: node.id, ...(port !== undefined && { port }) });
};

/** Leaves a node by a port. A port that nothing is drawn from ends the flow as its kind says. */
export function follow(run: Run, node: ProgramNode, by: string): Turn | undefined {
  passed(run, node, by);
  const target = run.program.nodes.get(node.next.get(by) ?? '');
  if (target) return { node: target };
  const port = node.ports.get(by);
  switch (port?.when) {
    case 'silence':
      return finish(run, node, 'expired');
    case 'failed':
    case 'window':
      return finish(
        run,
        node,
        'failed',
        about(node, say('left by "{port}", which leads nowhere', { port: port.label })),
      );
    default:
      return finish(run, node, 'completed');
  }
}

function rest(run: Run, node: ProgramNode, waits: Waits, issued: readonly IssuedEffect[]): undefined {
  run.pauses += 1;
  if (run.pauses > MAX_PAUSES) return tooManyPauses(run, node);
  if (remembered(run, waits) > MAX_REMEMBERED) return remembersTooMuch(run, node);
  run.position = waiting(run, node, waits, issued);
  return undefined;
}

function remembered({ vars, stack }: Run, { memo }: Waits): number {
  let size = sizeOf(memo, MAX_REMEMBERED);
  for (const kept of [vars, ...stack.map((frame) => frame.vars)]) size += sizeOf(kept, MAX_REMEMBERED);
  return size;
}

const tooManyPauses = (run: Run, node: ProgramNode): undefined =>
  fail(
    run,
    node,
    say('the session paused more than {n} times; it may be going in circles', { n: MAX_PAUSES }),
  );

const ANSWERED: ReadonlySet<Effect['type']> = new Set([
  'startTimer',
  'httpRequest',
  'crmLookup',
  'handOver',
] satisfies Effect['type'][]);

const waiting = (run: Run, node: ProgramNode, waits: Waits, issued: readonly IssuedEffect[]): Waiting => ({
  is: 'waiting',
  node: node.id,
  on: waits.on,
  effects: issued.filter(({ type }) => ANSWERED.has(type)).map(({ id }) => id),
  timers: issued.flatMap((effect) =>
    effect.type === 'startTimer' ? [{ effect: effect.id, at: effect.at }] : [],
  ),
  since: run.event.at,
  ...(waits.memo !== undefined && { memo: waits.memo }),
});

/**
 * Splits off a session that waits at this node while the present one goes on. It returns to no caller.
 * Its pauses are counted on from here, so that sessions that split off one another come to an end, too.
 */
function fork(run: Run, node: ProgramNode, by: string, waits: Waits): Turn | undefined {
  const pauses = run.pauses + 1;
  if (pauses > MAX_PAUSES) return tooManyPauses(run, node);
  if (sizeOf(run.vars, MAX_REMEMBERED) > MAX_REMEMBERED) return remembersTooMuch(run, node);
  const { session, message } = run;
  const issued = issue(run, node, waits.effects);
  const [origin] = session.id.split('~');
  run.forks.push({
    ...session,
    id: `${origin}~${issued[0]?.id ?? `${run.event.id}/${run.forks.length}`}`,
    flow: run.program.ref,
    vars: run.vars,
    stack: [],
    pauses,
    position: waiting(run, node, waits, issued),
    ...(message && { message }),
  });
  return follow(run, node, by);
}

/** Enters another flow. */
function enter(
  run: Run,
  node: ProgramNode,
  outcome: Outcome & { readonly move: 'call' | 'jump' },
): Turn | undefined {
  const program = run.world.program(outcome.flow);
  const first = program?.entry;
  if (!program || !first) {
    return outcome.move === 'call'
      ? returned(run, node, 'failed', {}, about(node, say('the flow it calls is not published')))
      : fail(run, node, say('the flow it goes to is not published'));
  }
  if (outcome.move === 'call' && comesBack(run, node)) {
    if (run.stack.length >= MAX_DEPTH)
      return fail(run, node, say('flows call each other more than {n} deep', { n: MAX_DEPTH }));
    run.stack = [...run.stack, { flow: run.program.ref, node: node.id, vars: run.vars }];
  }
  run.program = program;
  run.vars = outcome.input ?? {};
  return { node: first };
}

/**
 * Whether a call must come back. One called as the very last thing takes its caller's place, since circles of
 * flows must not grow the stack; but of flows that were called themselves, the first must come back all the same:
 * its own caller wants its variables.
 */
function comesBack({ world, stack }: Run, node: ProgramNode): boolean {
  const outer = stack.at(-1);
  if (node.next.size > 0 || !outer) return node.next.size > 0;
  const caller = world.program(outer.flow.id, outer.flow.version)?.nodes.get(outer.node);
  return caller === undefined || caller.next.size > 0;
}

/** Why somebody leaves a flow that was changed under them. */
export const NOTHING_LEFT = 'the flow was changed, and nothing of what came next is left in it';

/** A flow has ended: the session with it, unless another flow called it. */
export function finish(
  run: Run,
  node: ProgramNode | undefined,
  why: Ending,
  detail?: string,
): Turn | undefined {
  const frame = run.stack.at(-1);
  if (!frame) return end(run, why, node, detail);
  const caller = run.world.program(frame.flow.id, frame.flow.version);
  const callNode = caller?.nodes.get(frame.node);
  if (caller && frame.onReturn === 'leave') {
    run.stack = run.stack.slice(0, -1);
    run.program = caller;
    run.vars = frame.vars;
    return finish(run, undefined, 'left', NOTHING_LEFT);
  }
  if (!caller || !callNode) return fail(run, node, say('the flow that called this one is gone'));
  const result = run.vars;
  run.stack = run.stack.slice(0, -1);
  run.program = caller;
  run.vars = frame.vars;
  if (frame.onReturn === 'arrive') return { node: callNode };
  return returned(run, callNode, why, result, detail);
}

const returned = (run: Run, node: ProgramNode, why: Ending, vars: JsonObject, detail?: string): Turn => ({
  node,
  event: {
    id: run.event.id,
    at: run.event.at,
    type: 'flowReturned',
    why,
    vars,
    ...(detail !== undefined && { detail }),
  },
});
