import type { Calendar } from './calendar.ts';
import type { Contact } from './contact.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { Json, JsonObject } from './json.ts';
import type { InboundMessage } from './message.ts';
import type { Reason } from './reason.ts';
import type { ObjectSchema, ParamsOf } from './schema.ts';
import type { Sentence } from './sentence.ts';
import type { Ending, Wait } from './session.ts';
import type { TriggerRule } from './trigger.ts';

/** A word of the language: what a node of this type asks to be told, where it can lead, and what it does. */
export interface NodeType<Params> {
  readonly title: string;
  /** One sentence for the palette: what it does for the admin. */
  readonly doc: string;
  readonly params: ObjectSchema;
  /** What a new node begins with; without it, the least that the schema asks for. */
  readonly fresh?: Params;
  /** The ways out. Ids are stable: renaming a choice must not cut its edge. */
  ports(params: Params): readonly Port[];
  /** Makes it a trigger: a node where a flow begins, without a way in. */
  readonly trigger?: (params: Params) => TriggerRule;
  /** The session arrives. */
  enter(visit: Visit<Params>): Outcome;
  /** What it waited for has happened. */
  resume?(visit: Visit<Params>, event: Event): Outcome;
  /**
   * Why it decided as it did, with real values; asked only in rehearsals, after the fact. `event` is what woke it;
   * without one the session had just arrived.
   */
  why?(visit: Visit<Params>, outcome: Outcome, event?: Event): readonly Reason[];
  /** What the schema cannot say about params: sentences for the author, by field. */
  check?(params: Params): readonly Remark[];
  /** upgrades[n] turns params of version n+1 into n+2; the current version is upgrades.length + 1. */
  readonly upgrades?: readonly ((params: JsonObject) => JsonObject)[];
}

/**
 * A way out. `when` says what it is for, and so what an undrawn one means:
 * `done` the flow ends there · `silence` the session ends as expired · `failed` and `window` it ends as failed
 */
export interface Port {
  readonly id: string;
  readonly label: string;
  /** The label is in its author's own words, so it is read in no other language. */
  readonly authored?: true;
  readonly when?: 'done' | 'silence' | 'failed' | 'window';
}

/** What a node sees. Holes in its params are filled already; it never meets a `{{`. */
export interface Visit<Params> {
  readonly params: Params;
  readonly vars: JsonObject;
  readonly contact: Contact;
  /** The moment of the event that moves the session, epoch ms. */
  readonly at: number;
  /** The contact's latest message in this session. */
  readonly message?: InboundMessage;
  /** When the contact last wrote on this number, epoch ms; the 24-hour window hangs on it. */
  readonly lastInboundAt?: number;
  /** A number in [0, 1) that is the same whenever this event is stepped again. */
  readonly chance: number;
  /** What the node remembered, and since when it waits; only when it is resumed. */
  readonly memo?: Json;
  readonly since?: number;
  /** Everything a condition or an expression may read: vars, contact, message, now. */
  readonly scope: JsonObject;
  calendar(id: string): Calendar | undefined;
}

export type Outcome =
  | ({ readonly move: 'leave'; readonly by: string; readonly fork?: Waits } & Consequences)
  | ({ readonly move: 'wait' } & Waits & Consequences)
  /** Enters another flow; `call` comes back with `flowReturned`, `jump` never does. */
  | ({ readonly move: 'call' | 'jump'; readonly flow: string; readonly input?: JsonObject } & Consequences)
  | ({ readonly move: 'end'; readonly why: Ending; readonly detail?: string } & Consequences);

/** `on: 'reply'` wakes on the contact's words; any wait also on answers to the effects issued with it. */
export interface Waits {
  readonly on: Wait;
  readonly memo?: Json;
  /** Effects issued with the wait whose answers wake it, timers included. */
  readonly effects?: readonly Effect[];
}

export interface Consequences {
  readonly effects?: readonly Effect[];
  readonly set?: { readonly [name: string]: Json };
}

export interface Remark {
  /** The parameter it is about, as a path such as `choices.2.label`. */
  readonly field: string;
  readonly sentence: Sentence;
  readonly severity: 'error' | 'warning';
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds node types of every shape of params
export type AnyNodeType = NodeType<any>;

/** Types a node: its params are inferred from its schema. */
export const defineNode = <const S extends ObjectSchema>(
  node: { readonly params: S } & NodeType<ParamsOf<S>>,
): NodeType<ParamsOf<S>> => node;

export const leave = (by: string, consequences: Consequences & { readonly fork?: Waits } = {}): Outcome => ({
  move: 'leave',
  by,
  ...consequences,
});

export const wait = (on: Wait, rest: Omit<Waits, 'on'> & Consequences = {}): Outcome => ({
  move: 'wait',
  on,
  ...rest,
});
