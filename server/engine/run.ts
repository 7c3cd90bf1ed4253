import { applyPatch, type Contact } from '../../nodes/contract/contact.ts';
import type { Effect, IssuedEffect } from '../../nodes/contract/effect.ts';
import type { Event, Occurrence } from '../../nodes/contract/event.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { InboundMessage } from '../../nodes/contract/message.ts';
import { fillSentence, type Sentence, say } from '../../nodes/contract/sentence.ts';
import type { Frame, Position, Session } from '../../nodes/contract/session.ts';
import { fingerprint } from './chance.ts';
import type { Program, ProgramNode, World } from './world.ts';

/** A session in the middle of a step: the one place where things change in place. It never leaves the engine. */
export interface Run {
  readonly world: World;
  readonly session: Session;
  readonly event: Event;
  readonly lastInboundAt: number | undefined;
  readonly message: InboundMessage | undefined;
  program: Program;
  vars: JsonObject;
  contact: Contact;
  /** What texts may read besides variables, kept while the contact stays the same. */
  known?: { readonly contact: Contact; readonly scope: JsonObject };
  stack: readonly Frame[];
  position: Position;
  pauses: number;
  /** Characters given to variables in this step. */
  made: number;
  /** Ids are numbered on from here, so that several steps of one event never share one. */
  readonly firstEffect: number;
  readonly effects: IssuedEffect[];
  readonly path: Passage[];
  readonly forks: Session[];
}

/** A node passed, and the port it was left by: what analytics counts and the simulator lights up. */
export interface Passage {
  readonly flow: FlowRef;
  readonly node: string;
  readonly port?: string;
}

/** Where the session goes next: into a node afresh, or back into one with what it waited for. */
export interface Turn {
  readonly node: ProgramNode;
  readonly event?: Event;
  /** Since when it waited, and what it remembered. */
  readonly waited?: { readonly since: number; readonly memo?: JsonObject[string] };
}

/** Longer ids of events are cut: each is made from the id of the effect it answers, and channels take 512 characters. */
const MAX_EVENT_ID = 120;

/** The id of the nth effect of an event: the same whenever the event is stepped again. */
export function effectId({ id }: Occurrence, n: number): string {
  if (id.length <= MAX_EVENT_ID) return `${id}/${n}`;
  return `${id.slice(0, MAX_EVENT_ID / 2)}~${fingerprint(id)}/${n}`;
}

/** Stamps effects with ids, marks questions and goals with where they are drawn, and shows the rest of the step a changed contact. */
export function issue(run: Run, node: ProgramNode, effects: readonly Effect[] = []): readonly IssuedEffect[] {
  const issued = effects.map((effect, n): IssuedEffect => {
    const id = effectId(run.event, run.firstEffect + run.effects.length + n);
    return { ...withOrigin(run, node, effect), id };
  });
  run.effects.push(...issued);
  for (const effect of issued)
    if (effect.type === 'updateContact') run.contact = applyPatch(run.contact, effect.patch);
  return issued;
}

function withOrigin(run: Run, node: ProgramNode, effect: Effect): Effect {
  if (effect.type === 'reachGoal') return { ...effect, flow: run.program.ref };
  if (effect.type !== 'sendMessage' || effect.message.kind !== 'choices') return effect;
  const { id: flow, version } = run.program.ref;
  return { ...effect, message: { ...effect.message, origin: { flow, version, node: node.id } } };
}

export const end = (
  run: Run,
  why: (Position & { readonly is: 'ended' })['why'],
  node?: ProgramNode,
  detail?: string,
): undefined => {
  run.position = {
    is: 'ended',
    why,
    ...(node && { node: node.id }),
    ...(detail !== undefined && { detail }),
  };
  return undefined;
};

/** The session cannot go on: a sentence for the admin, about the node where it happened. */
export const fail = (run: Run, node: ProgramNode | undefined, why: Sentence): undefined =>
  end(run, 'failed', node, node ? about(node, why) : fillSentence(why));

/** What happened at a node, in English, as it is kept. */
export const about = ({ title }: ProgramNode, what: Sentence): string =>
  fillSentence(say('{node}: {what}', { node: title, what }));
