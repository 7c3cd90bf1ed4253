import type { Contact } from '../../nodes/contract/contact.ts';
import type { Conversation, Owner } from '../../nodes/contract/conversation.ts';
import type { Draft, FlowRef, Graph } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import type { Sentence } from '../../nodes/contract/sentence.ts';
import type { Problem as FlowProblem } from '../engine/lint/problem.ts';
import type { JournalEntry, MessageRecord, NumberRecord } from '../store/store.ts';

// What the API answers. The editor imports these as types only.

/** A flow in the list. */
export interface FlowSummary {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly order: number;
  readonly live?: number;
  /** The draft means something else than the live version. */
  readonly changed: boolean;
  readonly revision: number;
  readonly updatedAt: number;
  /** The triggers of the live version, or of the draft when nothing is live. */
  readonly triggers: readonly TriggerView[];
  readonly errors: number;
  readonly warnings: number;
}

export interface TriggerView {
  readonly node: string;
  readonly type: string;
  readonly title?: string;
  readonly params: Graph['nodes'][number]['params'];
}

/** A flow with what is wrong with its draft. */
export interface FlowView extends FlowSummary {
  readonly draft: GraphView;
  readonly problems: readonly FlowProblem[];
}

/** A graph with what its node types say of it, ready to be drawn. */
export interface GraphView extends Draft {
  /** The ways out of each node. */
  readonly ports: { readonly [node: string]: readonly Port[] };
}

export interface VersionSummary {
  readonly flow: string;
  readonly version: number;
  readonly name: string;
  readonly publishedAt: number;
  readonly note?: string;
  readonly live: boolean;
}

export type VersionView = VersionSummary & GraphView;

/** A word of the language, without its behaviour. */
export interface NodeTypeView {
  readonly type: string;
  readonly title: string;
  readonly doc: string;
  readonly params: ObjectSchema;
  readonly isTrigger: boolean;
  /** The version of its params. */
  readonly v: number;
  /** What a new node of the type begins with, and the ways out it has then. */
  readonly fresh: { readonly params: JsonObject; readonly ports: readonly Port[] };
}

/** Who would get a message, and why. */
export interface Explanation {
  readonly to: string;
  /** In English. */
  readonly because: string;
  /** The same, to be put into another language. */
  readonly sentence: Sentence;
  readonly winner?: CandidateView;
  readonly beaten: readonly CandidateView[];
}

export interface CandidateView {
  readonly flow: FlowRef;
  readonly flowName: string;
  readonly node: string;
  /** What its trigger listens for, in English. */
  readonly says: string;
  readonly sentence: Sentence;
  readonly fit: string;
  readonly word?: string;
}

export type NumberView = Omit<NumberRecord, 'token' | 'appSecret'> & {
  /** Messages a second that it goes at now. */
  readonly rate?: number;
};

export interface NumberCheck {
  readonly steps: readonly CheckStep[];
  /** What to enter at Meta. */
  readonly paste: { readonly callbackUrl: string; readonly verifyToken: string };
}

export interface CheckStep {
  readonly step: string;
  readonly ok: boolean;
  readonly says: string;
}

/** A conversation that people have, or wait for. */
export interface ConversationSummaryView {
  readonly id: string;
  readonly number: string;
  readonly contact: Pick<Contact, 'id' | 'name' | 'phone'>;
  readonly owner: Owner;
  readonly updatedAt: number;
}

export interface ConversationView {
  readonly conversation: Conversation;
  readonly contact: Contact;
  /** Newest first. */
  readonly messages: readonly MessageRecord[];
  readonly journal: readonly JournalEntry[];
}

export type { JournalEntry, MessageRecord };
