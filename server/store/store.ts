import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Contact, ContactPatch } from '../../nodes/contract/contact.ts';
import type { Conversation, ConversationEvent } from '../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { InboundMessage, OutboundMessage } from '../../nodes/contract/message.ts';
import type { Ending } from '../../nodes/contract/session.ts';
import type { Flows, FlowTests } from './flows.ts';
import type { Media } from './media.ts';
import type { SignIns, Users } from './users.ts';

export type { Role, SignInRecord, SignIns, UserChange, UserRecord, Users } from './users.ts';

import type { Whereabouts } from './whereabouts.ts';
import type {
  ConnectionRecord,
  Documents,
  NumberHealth,
  NumberRecord,
  TeamRecord,
  WorkspaceSettings,
} from './workspace.ts';

export type { Doer, FlowRecord, Flows, FlowTestRecord, FlowTests, MoveOrder } from './flows.ts';
export type { MediaRecord } from './media.ts';
export type { Whereabouts } from './whereabouts.ts';
export type {
  ConnectionKind,
  ConnectionRecord,
  Documents,
  NumberHealth,
  NumberRecord,
  Sealed,
  TeamRecord,
  WorkspaceSettings,
} from './workspace.ts';

/** Everything that is remembered. Every write is one document: nothing here needs a transaction. */
export interface Store {
  readonly conversations: Conversations;
  readonly contacts: Contacts;
  readonly messages: Messages;
  readonly shifts: Shifts;
  readonly journal: Journal;
  readonly goals: Goals;
  readonly flows: Flows;
  readonly flowTests: FlowTests;
  readonly numbers: Documents<NumberRecord>;
  readonly numberHealth: Documents<NumberHealth>;
  readonly calendars: Documents<Calendar>;
  readonly connections: Documents<ConnectionRecord>;
  readonly teams: Documents<TeamRecord>;
  readonly media: Media;
  readonly workspace: WorkspaceSettings;
  readonly users: Users;
  readonly signIns: SignIns;
}

/** A conversation with what it still owes the world, in one document, so that one write saves both. */
export interface StoredConversation {
  readonly conversation: Conversation;
  /** Effects not yet known to be performed, in order. */
  readonly pending: readonly PendingEffect[];
  /** Rises with every write; 0 before the first. */
  readonly revision: number;
  /** When the pending effects were saved, epoch ms. */
  readonly savedAt: number;
}

export interface PendingEffect {
  readonly effect: IssuedEffect | JournalEffect;
  /** The server process that performs it. */
  readonly by: string;
  /** The process's lease: when it has run out (epoch ms), others may take the effect over. */
  readonly until: number;
}

/** Writing the journal is owed like any other effect. */
export interface JournalEffect {
  readonly type: 'recordJournal';
  readonly id: string;
  readonly entry: JournalEntry;
}

export interface Conversations {
  load(id: string): Promise<StoredConversation | undefined>;
  /**
   * Saves unless another save came first; says whether it did. `next.revision` must be one more than what was read.
   * Throws `Unstorable` for what no database will ever take.
   */
  save(next: StoredConversation): Promise<boolean>;
  /** Saves only what is owed, and by whom, in the same way. */
  settle(next: StoredConversation): Promise<boolean>;
  /** Ids of conversations with something owed, or queued, that nobody has taken care of by `now`; the longest first. */
  abandoned(now: number): AsyncIterable<string>;
  /** Ids of conversations with a timer due by `now`; the longest first. */
  due(now: number): AsyncIterable<string>;
  list(query: ConversationQuery): Promise<readonly ConversationSummary[]>;
  /** How many conversations are inside any of the versions. */
  countInside(versions: readonly FlowRef[]): Promise<number>;
  /** Where those are who are inside any of the versions, in no order. */
  inside(versions: readonly FlowRef[]): AsyncIterable<Whereabouts>;
}

/** Too large, or with names that databases do not take: trying again will not help. */
export class Unstorable extends Error {
  constructor(cause: unknown) {
    super('a document cannot be stored', { cause });
    this.name = 'Unstorable';
  }
}

export interface ConversationQuery {
  readonly owner?: Conversation['owner']['is'];
  readonly limit: number;
}

export interface ConversationSummary {
  readonly conversation: Conversation;
  readonly updatedAt: number;
}

export interface Contacts {
  load(id: string): Promise<Contact | undefined>;
  /** Keeps a contact that is not yet known; one that is stays as it is. */
  add(contact: Contact, at: number): Promise<void>;
  patch(id: string, patch: ContactPatch): Promise<void>;
}

/** From lowest to highest; a stored rank never falls. `failed` yields to a later delivery. */
export const RANKS = { queued: 0, accepted: 1, sent: 2, failed: 3, delivered: 4, read: 5 } as const;
export type Rank = keyof typeof RANKS;

export interface MessageRecord {
  /** Inbound: the channel's id. Outbound: the id of the effect that sent it. */
  readonly id: string;
  readonly conversation: string;
  readonly number: string;
  readonly contact: string;
  readonly at: number;
  readonly direction: 'in' | 'out';
  readonly message: InboundMessage | OutboundMessage;
  readonly rank?: Rank;
  readonly channelId?: string;
  readonly failure?: { readonly code: string; readonly reason: string };
  /** Who wrote an outbound message, if a person did. */
  readonly agent?: string;
}

export interface InboundRecord {
  readonly id: string;
  readonly conversation: string;
  readonly number: string;
  readonly contact: string;
  /** The server process that received it. */
  readonly process: string;
  /** When it reached us and when the contact sent it, epoch ms. */
  readonly at: number;
  readonly sentAt: number;
  readonly message: InboundMessage;
  readonly sender: { readonly phone?: string; readonly name?: string };
}

export interface StatusRecord {
  /** Our own id of the message, or the channel's when it did not hand ours back. */
  readonly messageId?: string;
  readonly channelId: string;
  readonly rank: Rank;
  readonly at: number;
  readonly failure?: { readonly code: string; readonly reason: string };
  readonly pricing?: JsonObject;
}

export interface Messages {
  /** Stores inbound messages durably. Resolves to those that were not known before. */
  receive(records: readonly InboundRecord[]): Promise<readonly InboundRecord[]>;
  /** Inbound messages that a process received at or after a moment, oldest first. */
  receivedBy(process: string, since: number): AsyncIterable<InboundRecord>;
  /** Writes an outbound message, or what has become known of it since. */
  note(record: MessageRecord): Promise<void>;
  applyStatuses(statuses: readonly StatusRecord[]): Promise<void>;
  get(id: string): Promise<MessageRecord | undefined>;
  /** How far an outbound message is known to have come, even if only the channel's news of it was stored. */
  rankOf(id: string): Promise<Rank | undefined>;
  /** The latest messages of a conversation, newest first. */
  of(conversation: string, limit: number): Promise<readonly MessageRecord[]>;
}

/**
 * What each server process has received and not yet served, as one moment: everything before it has been served.
 * That costs a write a second instead of one for each message.
 */
export interface Shifts {
  /** The process is at work, and has served all that it received before `servedUntil` (epoch ms). */
  beat(process: string, servedUntil: number, now: number): Promise<void>;
  /** Processes that have not been heard of since a moment. */
  silent(since: number): Promise<readonly Shift[]>;
  /** All that the process received has been served, by itself or by others; unless it has been heard of since. */
  end(process: string, beatAt?: number): Promise<void>;
}

export interface Shift {
  readonly process: string;
  readonly servedUntil: number;
  /** When it was last heard of. */
  readonly beatAt: number;
}

/** What happened to a conversation and what followed: exactly one entry for each event. */
export interface JournalEntry {
  /** The event's id. */
  readonly id: string;
  readonly at: number;
  readonly conversation: string;
  readonly number: string;
  readonly contact: string;
  readonly event: ConversationEvent;
  /** Who got the message and why, as a sentence. */
  readonly because?: string;
  readonly to?: string;
  readonly path: readonly { readonly flow: FlowRef; readonly node: string; readonly port?: string }[];
  readonly effects: readonly IssuedEffect[];
  readonly ended: readonly {
    readonly session: string;
    readonly flow: FlowRef;
    readonly why: Ending;
    readonly detail?: string;
  }[];
  /** The flows that began with it. */
  readonly starts?: readonly string[];
}

/** A stretch of time in epoch ms; `until` is not in it any more. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

export interface Journal {
  record(entry: JournalEntry): Promise<void>;
  /** The latest entries, newest first; of one conversation, or of all. */
  latest(limit: number, conversation?: string): Promise<readonly JournalEntry[]>;
  of(conversation: string, event: string): Promise<JournalEntry | undefined>;
  /** How often a flow began in a stretch of time. */
  starts(flow: string, stretch: Stretch): Promise<number>;
}

export interface GoalRecord {
  /** The effect's id. */
  readonly id: string;
  readonly goal: string;
  readonly value?: number;
  /** The flow that it is drawn in; goals of earlier releases do not tell. */
  readonly flow?: string;
  readonly version?: number;
  readonly conversation: string;
  readonly contact: string;
  readonly at: number;
}

export interface Goals {
  reach(goal: GoalRecord): Promise<void>;
  /** How many goals of a flow were reached in a stretch of time. */
  reached(flow: string, stretch: Stretch): Promise<number>;
}
