import type { ContactPatch } from './contact.ts';
import type { FlowRef } from './flow.ts';
import type { OutboundMessage } from './message.ts';

/** Something that should happen, asked of the world. Plain data: it can be stored, shown, replayed, compared. */
export type Effect =
  | { readonly type: 'sendMessage'; readonly message: OutboundMessage }
  | { readonly type: 'updateContact'; readonly patch: ContactPatch }
  /** Wake the session at a moment (epoch ms). */
  | { readonly type: 'startTimer'; readonly at: number; readonly purpose: TimerPurpose }
  | ({ readonly type: 'httpRequest' } & HttpRequest)
  | {
      readonly type: 'crmLookup';
      readonly connection: string;
      readonly find: CrmFind;
      readonly value: string;
    }
  | {
      readonly type: 'handOver';
      readonly team?: string;
      readonly note?: string;
      readonly priority: 'low' | 'normal' | 'high';
    }
  | {
      readonly type: 'reachGoal';
      readonly goal: string;
      readonly value?: number;
      /** The flow that the goal is drawn in; the engine says so. */
      readonly flow?: FlowRef;
    };

export type TimerPurpose = 'noReply' | 'reminder' | 'wait' | 'followUp' | 'collect' | 'handOver';

export interface HttpRequest {
  /** A connection of the workspace that brings base URL and credentials; without it `url` is absolute. */
  readonly connection?: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  readonly timeoutMs: number;
}

export type CrmFind = 'personByPhone' | 'personByEmail' | 'order' | 'ticket';

/** An effect stamped `${event.id}/${n}`: derived from what caused it, so a retry repeats the same id. */
export type IssuedEffect = Effect & { readonly id: string };
