import type { FlowRef } from './flow.ts';
import type { Json, JsonObject } from './json.ts';
import type { InboundMessage } from './message.ts';

/** One contact inside one flow version. Never stored mid-step: there is no "running" to recover from. */
export interface Session {
  readonly id: string;
  readonly flow: FlowRef;
  readonly vars: JsonObject;
  readonly position: Position;
  /** The flows that called this one and wait for it to return, outermost first. */
  readonly stack: readonly Frame[];
  readonly startedAt: number;
  /** The latest message of the contact in this session. */
  readonly message?: InboundMessage;
  /** How often the session has paused; a guard against endless loops through waits. */
  readonly pauses: number;
}

/** A calling flow, at the node that called. */
export interface Frame {
  readonly flow: FlowRef;
  readonly node: string;
  readonly vars: JsonObject;
  /**
   * The node that called was taken out of the flow while it waited. What comes back then arrives at `node` as if from
   * the one before (`arrive`), or finds nothing to go on with and leaves (`leave`).
   */
  readonly onReturn?: 'arrive' | 'leave';
}

export type Position =
  | { readonly is: 'fresh' }
  | Waiting
  | { readonly is: 'ended'; readonly why: Ending; readonly node?: string; readonly detail?: string };

/**
 * - `completed`: reached an end · `expired`: nobody answered and nothing was drawn for that
 * - `failed`: with a sentence in `detail` · `left`: the contact went elsewhere (another flow, an agent, STOP)
 */
export type Ending = 'completed' | 'expired' | 'failed' | 'left';

export interface Waiting {
  readonly is: 'waiting';
  readonly node: string;
  readonly on: Wait;
  /** Ids of the effects whose answers may wake it. */
  readonly effects: readonly string[];
  /** The effects among them that are timers, and when each is due (epoch ms). */
  readonly timers: readonly Timer[];
  readonly since: number;
  /** What the node wants to remember until it is woken: tries, reminders sent. */
  readonly memo?: Json;
}

export interface Timer {
  readonly effect: string;
  readonly at: number;
}

/** What a session waits for: a person's words, an answer of the outside, or a moment. */
export type Wait = 'reply' | 'answer' | 'time';
