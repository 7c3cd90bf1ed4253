import type { Calendar, CalendarState } from '../../nodes/contract/calendar.ts';
import type { Contact } from '../../nodes/contract/contact.ts';
import type { Conversation, Owner } from '../../nodes/contract/conversation.ts';
import type { Author, Draft, Graph, Sample } from '../../nodes/contract/flow.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import type { CandidateView, Explanation } from '../engine/explanation.ts';
import type { Problem as FlowProblem } from '../engine/lint/problem.ts';
import type { TestOutcome } from '../flow-tests.ts';
import type { Rehearsal } from '../rehearse.ts';
import type {
  ConnectionKind,
  Doer,
  FlowTestRecord,
  JournalEntry,
  MessageRecord,
  NumberHealth,
  NumberRecord,
  TeamRecord,
  UserRecord,
} from '../store/store.ts';
import type { Week } from '../tallies.ts';
import type { NumberState } from './numbers/number-state.ts';
import type { Permission, Role } from './permissions.ts';

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
  /** How many nodes the draft has. */
  readonly nodes: number;
  readonly updatedBy?: Doer;
  readonly createdAt?: number;
  readonly createdBy?: Doer;
  readonly archived?: boolean;
  /** Only in the list. */
  readonly week?: Week;
}

/** What a file is that somebody would like to import. */
export interface FileCheck {
  /** `whole` it opens as it is · `damaged` a part of it can be saved · `refused` nothing of it can be used. */
  readonly is: 'whole' | 'damaged' | 'refused';
  /** What would be there, if it were imported. */
  readonly flow?: {
    readonly name: string;
    readonly description?: string;
    readonly nodes: number;
    readonly edges: number;
    readonly triggers: readonly TriggerView[];
  };
  /** What is wrong with the file, and in this workspace with the flow in it; at most 100. */
  readonly problems: readonly FlowProblem[];
  readonly errors: number;
  readonly warnings: number;
  /** Where the text of a damaged file breaks, counted from 1. */
  readonly breaksAt?: { readonly line: number; readonly column: number };
  /** A flow of the same name that is here already. */
  readonly namesake?: string;
}

/** A flow that comes with Sluice, to begin with. */
export interface ExampleView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  /** In which it writes to customers, such as `th`. */
  readonly languages: readonly string[];
  readonly nodes: number;
  /** The conversations it must have: they come along as its tests. */
  readonly chats: number;
  readonly triggers: readonly TriggerView[];
  /** Other examples that it leads to: they come along if they are not here. */
  readonly leadsTo: readonly string[];
  /** For a small picture of it. */
  readonly map: FlowMap;
}

/** A flow as dots and lines. */
export interface FlowMap {
  readonly nodes: readonly { readonly type: string; readonly x: number; readonly y: number }[];
  /** From one node to another, by their places in `nodes`. */
  readonly edges: readonly (readonly [from: number, to: number])[];
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
  readonly publishedBy?: Author;
  readonly note?: string;
  readonly live: boolean;
}

export type { Impact, PlaceInside } from '../impact.ts';
export type {
  ComparedState,
  Comparison,
  TrialNumber,
  TrialView,
  VersionInUse,
} from './flows/publishing-views.ts';

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

export type NumberView = Omit<NumberRecord, 'token' | 'appSecret'> &
  Omit<NumberHealth, 'id'> & {
    /** How it stands, in one word. */
    readonly state: NumberState;
    /** Messages a second that it goes at now. */
    readonly rate?: number;
    /** Messages that wait for their turn to go out. */
    readonly waiting: number;
    /** Messages of the last hour that could not be sent. */
    readonly failures: number;
    /** Its token and secret can be opened; else they must be entered again. */
    readonly secretsReadable: boolean;
    readonly virtual: boolean;
  };

export interface NumberCheck {
  readonly steps: readonly CheckStep[];
  /** What to enter at Meta. */
  readonly paste: { readonly callbackUrl: string; readonly verifyToken: string };
}

export interface CheckStep {
  readonly step: string;
  /** `unsure`: it may be right; nobody can tell from here. */
  readonly is: 'ok' | 'wrong' | 'unsure';
  /** It is not wrong. */
  readonly ok: boolean;
  /** Stable: pages translate by it. */
  readonly code: string;
  readonly says: string;
  /** What fills the holes of a translation. */
  readonly values?: { readonly [hole: string]: string };
}

/** What became of one row of an import. */
export interface ImportedRow {
  /** From 1. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  /** `fine`: it would be connected; `connected`: it is. */
  readonly is: 'fine' | 'connected' | 'wrong';
  /** Everything that is wrong with it. */
  readonly wrong: readonly { readonly code: string; readonly says: string }[];
}

/** An outside system. Of its headers only the names are ever shown. */
export interface ConnectionView {
  readonly id: string;
  readonly name: string;
  readonly kind: ConnectionKind;
  readonly baseUrl: string;
  readonly model?: string;
  readonly headers: readonly string[];
  readonly allowPrivate?: boolean;
  /** Its secrets can be opened; else they must be entered again. */
  readonly secretsReadable: boolean;
}

/** What came of a real call through a connection; secrets in it are masked. */
export interface ConnectionTest {
  /** The service answered with a success. */
  readonly ok: boolean;
  readonly status?: number;
  readonly ms: number;
  readonly body?: Json;
  /** The body was longer than what is shown. */
  readonly isCut?: boolean;
  /** The names of the headers of the answer. */
  readonly headers?: readonly string[];
  /** Why there was no answer, or what its status means. */
  readonly problem?: { readonly code: string; readonly says: string };
}

/** Something that uses a thing. */
export interface UseView {
  readonly kind: 'flow' | 'number';
  readonly id: string;
  readonly name: string;
}

export type { Calendar, CalendarState, TeamRecord };

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

/** Somebody who may sign in. */
export type UserView = Omit<UserRecord, 'password'>;

/** A user with a password that was made up for them; it is shown this once. */
export interface NewUserView {
  readonly user: UserView;
  readonly password: string;
}

/** Whoever asks. */
export interface MeView {
  /** `key`: with the admin key, as nobody in particular. */
  readonly kind: 'key' | 'user';
  readonly user?: UserView;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  /** Nobody has an account yet. */
  readonly needsSetUp: boolean;
}

/** A conversation that a flow must have. */
export type FlowTestView = Omit<FlowTestRecord, 'flow'>;

/** What the outside really answered. */
export interface RealAnswer {
  /** The line that answers so in a chat. */
  readonly line: string;
  /** The same, to be pinned to the node. */
  readonly sample: Sample;
}

export type {
  CandidateView,
  Explanation,
  JournalEntry,
  MessageRecord,
  Permission,
  Rehearsal,
  Role,
  TestOutcome,
};
