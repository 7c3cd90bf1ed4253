import type { ChatMessage, Progress } from './model.ts';

/** What a phone page is told while it is open. */
export type LiveEvent =
  | { readonly type: 'message'; readonly message: ChatMessage }
  /** Messages of one side up to an `order`, or one by its id, moved forward. */
  | {
      readonly type: 'status';
      readonly chat: string;
      readonly from: 'phone' | 'business';
      readonly status: Progress;
      readonly upTo?: number;
      readonly id?: string;
    }
  /** The business types until `until` (ms since 1970); 0 means that it stopped. */
  | { readonly type: 'typing'; readonly chat: string; readonly until: number }
  /** A number or a person was added or changed: read the lists again. */
  | { readonly type: 'lists' };

type Listener = (event: LiveEvent) => void;

/** Carries events from where they happen to the open pages of a phone. */
export interface Live {
  publish(phoneId: string, event: LiveEvent): void;
  publishToAll(event: LiveEvent): void;
  /** Gives back how to stop listening. */
  subscribe(phoneId: string, listener: Listener): () => void;
}

/** A switchboard within this process. */
export function createLive(): Live {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish: (phoneId, event) => {
      for (const listener of listeners.get(phoneId) ?? []) listener(event);
    },
    publishToAll: (event) => {
      for (const set of listeners.values()) for (const listener of set) listener(event);
    },
    subscribe: (phoneId, listener) => {
      const set = listeners.get(phoneId) ?? new Set();
      listeners.set(phoneId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(phoneId) === set) listeners.delete(phoneId);
      };
    },
  };
}
