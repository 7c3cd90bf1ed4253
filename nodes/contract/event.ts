import type { Json, JsonObject } from './json.ts';
import type { InboundMessage } from './message.ts';
import type { Ending } from './session.ts';

/** Something that happened. It carries its id and time (epoch ms): the engine never reads a clock. */
export type Event = Occurrence & Happening;

export interface Occurrence {
  readonly id: string;
  readonly at: number;
}

export type Happening =
  /** A session begins at a node; `by` when it begins by leaving that node (a tap on an old button). */
  | {
      readonly type: 'started';
      readonly node: string;
      readonly by?: string;
      readonly set?: JsonObject;
      readonly message?: InboundMessage;
    }
  | { readonly type: 'messageReceived'; readonly message: InboundMessage }
  | { readonly type: 'timerFired'; readonly effect: string }
  | { readonly type: 'httpAnswered'; readonly effect: string; readonly status: number; readonly body: Json }
  /** A CRM answered; `record` is null when it knows nobody and nothing by that name. */
  | { readonly type: 'crmAnswered'; readonly effect: string; readonly record: Json }
  | { readonly type: 'agentReleased'; readonly effect: string; readonly how: Release; readonly note?: string }
  | {
      readonly type: 'effectFailed';
      readonly effect: string;
      readonly code: string;
      readonly reason: string;
    }
  /** A called flow came back: only ever seen by the node that called it. */
  | {
      readonly type: 'flowReturned';
      readonly why: Ending;
      readonly vars: JsonObject;
      readonly detail?: string;
    };

/** How a conversation comes back from people to the flow. */
export type Release = 'resolved' | 'nobody' | 'timedOut' | 'customerLeft';
