import type { HttpRequest } from '../../nodes/contract/effect.ts';
import type { Json } from '../../nodes/contract/json.ts';
import type { Channel } from '../channels/channel.ts';
import type { JournalEntry, MessageRecord, Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** Everything the runtime needs from outside. main.ts fills it; tests put small real things in its place. */
export interface Ports {
  /** New at every start: tells what this process has saved from what a dead one left. */
  readonly processId: string;
  readonly store: Store;
  readonly workspace: Workspace;
  readonly channel: Channel;
  readonly outside: Outside;
  readonly live: Live;
  readonly log: Log;
  /** Epoch ms. */
  clock(): number;
  /** How long to wait for news of a message whose sending a crash may have cut off, before it is sent again (ms). */
  readonly reconcileMs: number;
}

/** Calls to the services of others. */
export interface Outside {
  /** Throws `OutsideFailure`. `id` is the effect's, for services that recognise a repeated request. */
  request(request: HttpRequest, id: string): Promise<HttpAnswer>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Json;
  /** The names of its headers. */
  readonly headers?: readonly string[];
}

/**
 * A call that got no answer. Codes: `timeout`, `unreachable`, `refused` (not allowed), `tooLarge`, and `stopping`:
 * we are going down, and it is asked again at the next start.
 */
export class OutsideFailure extends Error {
  readonly code: string;

  constructor(code: string, reason: string) {
    super(reason);
    this.name = 'OutsideFailure';
    this.code = code;
  }
}

/** Tells those who watch, as it happens. Nothing depends on it being heard. */
export interface Live {
  publish(news: News): void;
}

export type News =
  | { readonly type: 'message'; readonly message: MessageRecord }
  | { readonly type: 'journal'; readonly entry: JournalEntry }
  | {
      readonly type: 'status';
      readonly number: string;
      readonly message: string;
      readonly rank: string;
      readonly at: number;
    }
  /** Somebody saved or published a flow. */
  | { readonly type: 'flow'; readonly flow: string; readonly revision: number; readonly by?: string };

/** Facts for the operator, one line each; never texts of messages, never secrets. */
export interface Log {
  info(fact: object, sentence: string): void;
  warn(fact: object, sentence: string): void;
  error(fact: object, sentence: string): void;
}
