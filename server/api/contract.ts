import type { Contact } from '../../nodes/contract/contact.ts';
import type { Conversation, Owner } from '../../nodes/contract/conversation.ts';
import type { Draft, FlowRef, Graph, Sample } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import type { KeywordVerdict } from '../engine/explain-keyword.ts';
import type { Problem as FlowProblem } from '../engine/lint/problem.ts';
import type { NodeVariables } from '../engine/lint/variables-at.ts';
import type { JournalEntry, MediaRecord, MessageRecord, NumberRecord } from '../store/store.ts';

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

/** What a node can read, and who reads what it sets. */
export type NodeVariablesView = NodeVariables;
/** Whether keywords match a text, and why or why not. */
export type KeywordVerdictView = KeywordVerdict;

/** A file that flows send, and where WhatsApp fetches it. */
export type MediaView = Omit<MediaRecord, 'createdAt'> & { readonly url: string };

/** What a call that was tried came to. */
export interface TriedCall {
  readonly sample: Sample;
  readonly ms: number;
}

/** Who would get a message, and why. */
export interface Explanation {
  readonly to: string;
  readonly because: string;
  readonly winner?: CandidateView;
  readonly beaten: readonly CandidateView[];
}

export interface CandidateView {
  readonly flow: FlowRef;
  readonly flowName: string;
  readonly node: string;
  readonly says: string;
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
