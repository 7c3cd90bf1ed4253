import type { FlowMove } from '../../nodes/contract/conversation.ts';
import type { Author, Draft, FlowRef, FlowVersion } from '../../nodes/contract/flow.ts';

/** Who did something, as far as it is known. */
export type Doer = Author;

/** What an admin edits. */
export interface FlowRecord {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly order: number;
  readonly draft: Draft;
  /** The number of the live version. */
  readonly live?: number;
  /** The number of the latest version, live or not. */
  readonly latest: number;
  /** Rises with every save of the draft, so that a stale save is noticed. */
  readonly revision: number;
  readonly updatedAt: number;
  readonly updatedBy?: Doer;
  readonly createdAt?: number;
  readonly createdBy?: Doer;
  /** Put away: it is in no list and never live. */
  readonly archived?: boolean;
  /** Who is inside older versions is being brought into this one: ordered by the very write that published it. */
  readonly moving?: MoveOrder;
}

/** How people get to a version that was published, and when that was (epoch ms). */
export interface MoveOrder extends Omit<FlowMove, 'flow'> {
  readonly at: number;
}

export interface Flows {
  get(id: string): Promise<FlowRecord | undefined>;
  list(): Promise<readonly FlowRecord[]>;
  /** Saves unless another save came first; says whether it did. Throws `Unstorable` for what no database will ever take. */
  save(flow: FlowRecord): Promise<boolean>;
  /** Flows with people to be brought along. */
  moving(): Promise<readonly FlowRecord[]>;
  /** Everybody has been brought to that version. */
  moved(id: string, to: number): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Puts flows into the order of the admin; it is no change of theirs. */
  arrange(ids: readonly string[]): Promise<void>;
  addVersion(version: FlowVersion): Promise<boolean>;
  version(ref: FlowRef): Promise<FlowVersion | undefined>;
  /** Those of the versions that exist, in no order. */
  versions(refs: readonly FlowRef[]): Promise<readonly FlowVersion[]>;
  /** The live versions of all flows, in the order that the admin has given the flows since. */
  live(): Promise<readonly FlowVersion[]>;
}

/** A conversation that a flow must have: a chat, as it must go. */
export interface FlowTestRecord {
  readonly id: string;
  readonly flow: string;
  readonly name: string;
  readonly chat: string;
  readonly updatedAt: number;
  /** Who wrote it, if known. */
  readonly by?: string;
}

export interface FlowTests {
  get(id: string): Promise<FlowTestRecord | undefined>;
  /** The tests of a flow, by name. */
  of(flow: string): Promise<readonly FlowTestRecord[]>;
  put(test: FlowTestRecord): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Those of a flow that is deleted. */
  removeOf(flow: string): Promise<void>;
}
