import type { Contact } from '../../nodes/contract/contact.ts';
import type { ConversationEvent, Owner } from '../../nodes/contract/conversation.ts';
import type { IssuedEffect, TimerPurpose } from '../../nodes/contract/effect.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { Ending, Wait } from '../../nodes/contract/session.ts';
import type { Explanation } from '../engine/explanation.ts';
import type { Passage } from '../engine/run.ts';
import type { EndedSession } from '../engine/turn.ts';
import type { OpenRequest } from './open-requests.ts';
import type { Said } from './stage.ts';
import type { Visited } from './visited.ts';

/** A chat as it went, line by line, with everything that can be looked into. */
export interface Rehearsed {
  /** The chat with its inputs kept and its outputs written anew. */
  readonly chat: string;
  readonly steps: readonly RehearsedStep[];
  /** What stops the flow or the chat, for people. */
  readonly problems: readonly RehearsalProblem[];
}

export interface RehearsalProblem {
  readonly message: string;
  readonly node?: string;
}

/** A line of a chat, and what followed from it. */
export interface RehearsedStep {
  /** The line as it stands in the chat, `< …` or `~ …`. */
  readonly line: string;
  /** It stands in the chat; else a sample that is pinned to a node answered. */
  readonly isOwn: boolean;
  /** Why the line could not happen. */
  readonly problem?: string;
  /** When it is after the line, epoch ms. */
  readonly at: number;
  /** What the chat says after the line. */
  readonly wrote: readonly string[];
  readonly happened: readonly HappenedView[];
  readonly messages: readonly Said[];
  readonly sessions: readonly SessionView[];
  readonly contact: Contact;
  /** The fields of the contact that the step changed, by name; nested ones as `fields.city`. */
  readonly changed: readonly string[];
  readonly owner: Owner;
  /** How many messages of the contact wait to be taken up. */
  readonly queued: number;
  readonly open: readonly OpenRequest[];
}

/** One event: who got it and why, the way it went, and what followed. */
export interface HappenedView {
  readonly event: ConversationEvent;
  readonly explanation?: Explanation;
  readonly path: readonly Passage[];
  readonly visited: readonly Visited[];
  readonly effects: readonly IssuedEffect[];
  readonly ended: readonly EndedSession[];
}

/** A session as a step left it. */
export interface SessionView {
  readonly id: string;
  readonly flow: FlowRef;
  readonly name: string;
  /** In front it hears the contact's next words; behind, it waits for its moment. */
  readonly state: 'front' | 'behind' | Ending;
  readonly node?: string;
  readonly title?: string;
  readonly on?: Wait;
  readonly timers: readonly { readonly at: number; readonly purpose: TimerPurpose }[];
  /** Variables that the step gave a value, long ones cut, and those that are gone; all others are as they were. */
  readonly set: JsonObject;
  readonly unset: readonly string[];
}
