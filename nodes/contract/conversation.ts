import type { Happening, Occurrence } from './event.ts';
import type { FlowRef } from './flow.ts';
import type { JsonObject } from './json.ts';
import type { OutboundMessage } from './message.ts';
import type { Session, Timer } from './session.ts';

/** One contact on one number. It has exactly one owner at a time. */
export interface Conversation {
  readonly id: string;
  readonly number: string;
  readonly contact: string;
  readonly owner: Owner;
  /** The session in front: the one the contact's next words are for. */
  readonly session?: Session;
  /** Sessions behind it: waiting for their moment, or set aside by one whose moment came. */
  readonly background: readonly Session[];
  /** Messages that came while the session waited for the outside, oldest first. */
  readonly queue: readonly ConversationEvent[];
  /** When the contact last wrote, epoch ms. */
  readonly lastInboundAt?: number;
  /** Ids of the latest events taken in: an event delivered twice moves the conversation once. */
  readonly seen: readonly string[];
}

/** Who answers. While people own a conversation, the bot is silent. */
export type Owner =
  | { readonly is: 'nobody' }
  | { readonly is: 'bot' }
  | {
      readonly is: 'queue';
      readonly since: number;
      readonly team?: string;
      readonly note?: string;
      readonly priority: 'low' | 'normal' | 'high';
      /** The hand-over that waits for the agent's release, if a flow asked for one. */
      readonly effect?: string;
    }
  | { readonly is: 'agent'; readonly agent: string; readonly since: number; readonly effect?: string };

/** What can happen to a conversation: what its sessions wait for, and what people do. */
export type ConversationEvent = Occurrence &
  (
    | Exclude<Happening, { readonly type: 'started' | 'flowReturned' | 'messageReceived' }>
    | (Extract<Happening, { readonly type: 'messageReceived' }> & {
        /** When the contact sent it, epoch ms; the event's own time is when it reached us. */
        readonly sentAt?: number;
      })
    | { readonly type: 'flowRequested'; readonly flow: string; readonly set?: JsonObject }
    | { readonly type: 'agentClaimed'; readonly agent: string }
    /** A flow was published anew, and whoever is inside an older version comes along, or begins again. */
    | ({ readonly type: 'flowMoved' } & FlowMove)
    /** An agent writes to the contact, and so takes the conversation if they have not yet. */
    | { readonly type: 'agentWrote'; readonly agent: string; readonly message: OutboundMessage }
  );

/** How people inside a flow get to another version of it. */
export interface FlowMove {
  readonly flow: string;
  /** The version they are to be in; who is in a later one stays there. */
  readonly to: number;
  /** `move`: they go on where they stand. `restart`: they begin again. */
  readonly how: 'move' | 'restart';
  /** Where those go whose node is gone, by the node that is gone; the others go on along the way they were on. */
  readonly map?: { readonly [removed: string]: string };
}

export const newConversation = (number: string, contact: string): Conversation => ({
  id: `${number}:${contact}`,
  number,
  contact,
  owner: { is: 'nobody' },
  background: [],
  queue: [],
  seen: [],
});

/** Every session of the conversation, the one in front first. */
export const sessionsOf = ({ session, background }: Conversation): readonly Session[] =>
  session ? [session, ...background] : background;

/** The versions that the conversation's sessions are inside, each once; flows that wait for another to return included. */
export function versionsInside(conversation: Conversation): readonly FlowRef[] {
  const refs = sessionsOf(conversation).flatMap(({ flow, stack }) => [
    flow,
    ...stack.map((frame) => frame.flow),
  ]);
  return [...new Map(refs.map((ref) => [`${ref.id}@${ref.version}`, ref])).values()];
}

/** Whether people own the conversation, or are about to: the bot is silent. */
export const withPeople = ({ owner }: Conversation): boolean => owner.is === 'queue' || owner.is === 'agent';

/** Whether a session waits for the answer to an effect. */
export const waitsFor = ({ position }: Session, effect: string): boolean =>
  position.is === 'waiting' && position.effects.includes(effect);

/** Whether a session's moments must wait: all while people own the conversation, but that nobody of them came. */
export const heldBack = ({ owner }: Conversation, session: Session): boolean =>
  owner.is === 'agent' ||
  (owner.is === 'queue' && !(owner.effect !== undefined && waitsFor(session, owner.effect)));

/** The moments at which the conversation has something to do by itself. */
export const timersOf = (conversation: Conversation): readonly Timer[] =>
  sessionsOf(conversation).flatMap((session) =>
    session.position.is === 'waiting' && !heldBack(conversation, session) ? session.position.timers : [],
  );

/** When the conversation next has something to do by itself (epoch ms), if ever. */
export function nextWake(conversation: Conversation): number | undefined {
  const moments = timersOf(conversation).map(({ at }) => at);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
