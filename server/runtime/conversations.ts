import type { Conversation } from '../../nodes/contract/conversation.ts';
import type { PendingEffect, Conversations as Storage, StoredConversation } from '../store/store.ts';

/**
 * Conversations as this process knows them. What it saved last need not be read again: should another process
 * have moved a conversation since, the next save finds out and it is read afresh.
 */
export interface Conversations {
  read(id: string, create?: () => Conversation): Promise<StoredConversation>;
  save(next: StoredConversation): Promise<boolean>;
  /** Strikes performed effects: known at once, for as long as it takes, and written with the next save or by `write`. */
  strike(id: string, effects: readonly string[]): void;
  /** Writes what has been struck. */
  write(id: string): Promise<void>;
  /** Conversations of which more has been struck than is written. */
  unwritten(): readonly string[];
  /** Changes by whom and until when effects are owed; what has been struck is written along. */
  change(id: string, each: (owed: PendingEffect) => PendingEffect): Promise<StoredConversation>;
  /** Forgets what may be out of date, so that it is read afresh. */
  forget(id: string): void;
}

const REMEMBERED = 20_000;

export function knownConversations(storage: Storage): Conversations {
  const known = mostRecent<StoredConversation>(REMEMBERED);
  /** Performed, which the storage does not know yet: this must not be forgotten, or it would be performed again. */
  const struck = new Map<string, ReadonlySet<string>>();

  const read: Conversations['read'] = async (id, create = missing(id)) => {
    const remembered = known.get(id);
    if (remembered) return remembered;
    const stored = (await storage.load(id)) ?? { ...FRESH, conversation: create() };
    const rest = without(stored, struck.get(id));
    if (rest.pending.length === stored.pending.length) struck.delete(id); // it was written after all
    return known.set(id, rest);
  };

  /** Writes unless another write came first; then, and when nobody can say, it is read afresh the next time. */
  const put = async (
    next: StoredConversation,
    write: (next: StoredConversation) => Promise<boolean>,
  ): Promise<boolean> => {
    const { id } = next.conversation;
    known.delete(id);
    const written = await write(next);
    if (!written) return false;
    struck.delete(id);
    known.set(id, next);
    return true;
  };

  const change: Conversations['change'] = async (id, each) => {
    for (;;) {
      const stored = await read(id);
      const pending = stored.pending.map(each);
      const isSame = pending.every((owed, i) => owed === stored.pending[i]);
      if (isSame && !struck.has(id)) return stored;
      const next = { ...stored, pending, revision: stored.revision + 1 };
      if (await put(next, storage.settle)) return next;
    }
  };

  return {
    read,
    save: (next) => put(next, storage.save),
    strike: (id, effects) => {
      if (effects.length === 0) return;
      const all = new Set([...(struck.get(id) ?? []), ...effects]);
      struck.set(id, all);
      const stored = known.get(id);
      if (stored) known.set(id, without(stored, all));
    },
    write: async (id) => {
      if (struck.has(id)) await change(id, (owed) => owed);
    },
    unwritten: () => [...struck.keys()],
    change,
    forget: known.delete,
  };
}

const without = (stored: StoredConversation, effects?: ReadonlySet<string>): StoredConversation =>
  effects ? { ...stored, pending: stored.pending.filter(({ effect }) => !effects.has(effect.id)) } : stored;

/** Keeps so many, and lets go of what was set longest ago. */
function mostRecent<T>(size: number) {
  const kept = new Map<string, T>();
  return {
    get: (id: string): T | undefined => kept.get(id),
    set: (id: string, value: T): T => {
      kept.delete(id); // re-inserting keeps the map in order
      kept.set(id, value);
      const [oldest] = kept.size > size ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      return value;
    },
    delete: (id: string): void => void kept.delete(id),
  };
}

const FRESH = { pending: [], revision: 0, savedAt: 0 } as const;

const missing = (id: string) => (): never => {
  throw new Error(`there is no conversation ${id}`);
};
