import type { Conversation } from '../../nodes/contract/conversation.ts';
import type { Conversations as Storage, StoredConversation } from '../store/store.ts';

/**
 * Conversations as this process knows them. What it saved last need not be read again: should another process
 * have moved a conversation since, the next save finds out and it is read afresh.
 */
export interface Conversations {
  read(id: string, create: () => Conversation): Promise<StoredConversation>;
  save(next: StoredConversation): Promise<boolean>;
  /** Strikes performed effects: known at once, written with the next save or by `write`. */
  strike(id: string, effects: readonly string[]): void;
  /** Writes what has been struck. */
  write(id: string): Promise<void>;
  /** Forgets what is known, so that it is read afresh. */
  forget(id: string): void;
}

const REMEMBERED = 20_000;

export function knownConversations(storage: Storage): Conversations {
  const known = new Map<string, StoredConversation>();
  /** Of which more is struck than the storage knows. */
  const unwritten = new Set<string>();

  const know = (stored: StoredConversation): StoredConversation => {
    const { id } = stored.conversation;
    known.delete(id); // re-inserting keeps the map in order of use
    known.set(id, stored);
    if (known.size > REMEMBERED) forgetOldest(known, unwritten);
    return stored;
  };
  const forget = (id: string): void => {
    known.delete(id);
    unwritten.delete(id);
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
        forget(id); // it may or may not have been saved
        throw error;
      });
      unwritten.delete(id); // written with this save, or found pending again when read afresh
      if (saved) know(next);
      else known.delete(id);
      return saved;
    },
    strike: (id, effects) => {
      const stored = known.get(id);
      if (!stored || effects.length === 0) return;
      know({ ...stored, pending: stored.pending.filter(({ effect }) => !effects.includes(effect.id)) });
      unwritten.add(id);
    },
    write: async (id) => {
      const stored = known.get(id);
      if (!stored || !unwritten.delete(id)) return;
      const settled = await storage.settle(id, stored.revision, stored.pending);
      if (settled) know({ ...stored, revision: stored.revision + 1 });
      else known.delete(id);
    },
    forget,
  };
}

function forgetOldest(known: Map<string, unknown>, unwritten: ReadonlySet<string>): void {
  for (const id of known.keys()) {
    if (unwritten.has(id)) continue;
    known.delete(id);
    return;
  }
}
