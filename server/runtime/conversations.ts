import type { Conversation } from '../../nodes/contract/conversation.ts';
import type { Conversations as Storage, StoredConversation } from '../store/store.ts';

/**
 * Conversations as this process knows them. What it saved last need not be read again: should another process
 * have moved a conversation since, the next save finds out and it is read afresh.
 */
export interface Conversations {
  read(id: string, create: () => Conversation): Promise<StoredConversation>;
  save(next: StoredConversation): Promise<boolean>;
  /** Strikes performed effects; written at once, or with the next save if one is sure to follow. */
  settle(id: string, effects: readonly string[], withNextSave: boolean): Promise<void>;
  /** Forgets what is known, so that it is read afresh. */
  forget(id: string): void;
}

const REMEMBERED = 20_000;

export function knownConversations(storage: Storage): Conversations {
  const known = new Map<string, StoredConversation>();
  /** Effects struck in `known` but not yet in the storage. */
  const unwritten = new Map<string, readonly string[]>();

  const know = (stored: StoredConversation): StoredConversation => {
    const { id } = stored.conversation;
    known.delete(id); // re-inserting keeps the map in order of use
    known.set(id, stored);
    if (known.size > REMEMBERED) forgetOldest(known, unwritten);
    return stored;
  };

  return {
    read: async (id, create) => {
      const remembered = known.get(id);
      if (remembered) return remembered;
      const stored = await storage.load(id);
      return know(stored ?? { conversation: create(), pending: [], revision: 0, savedAt: 0 });
    },
    save: async (next) => {
      const { id } = next.conversation;
      const saved = await storage.save(next).catch((error: unknown) => {
        known.delete(id); // it may or may not have been saved
        throw error;
      });
      if (saved) know(next);
      else known.delete(id);
      unwritten.delete(id); // either written with this save, or to be found pending when read afresh
      return saved;
    },
    settle: async (id, effects, withNextSave) => {
      const struck = [...(unwritten.get(id) ?? []), ...effects];
      const stored = known.get(id);
      const pending = stored?.pending.filter(({ effect }) => !effects.includes(effect.id)) ?? [];
      if (withNextSave && stored) {
        unwritten.set(id, struck);
        know({ ...stored, pending });
        return;
      }
      if (struck.length === 0) return;
      unwritten.delete(id);
      await storage.settle(id, struck);
      if (stored) know({ ...stored, pending, revision: stored.revision + 1 });
    },
    forget: (id) => {
      known.delete(id);
      unwritten.delete(id);
    },
  };
}

function forgetOldest(known: Map<string, unknown>, unwritten: ReadonlyMap<string, unknown>): void {
  for (const id of known.keys()) {
    if (unwritten.has(id)) continue;
    known.delete(id);
    return;
  }
}
