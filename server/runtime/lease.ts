import type { PendingEffect, StoredConversation } from '../store/store.ts';
import type { Conversations } from './conversations.ts';
import type { Ports } from './ports.ts';

/** How long the process that owes effects has to perform them before another one may take them over. */
export const LEASE_MS = 30_000;

/**
 * A lease must have this much left when something is performed under it: no call takes longer, so that nobody
 * else begins the same while it is still going on.
 */
export const LONGEST_CALL_MS = 25_000;

/** Who performs what: each effect is leased to one process at a time. */
export interface Leases {
  isOurs(owed: PendingEffect): boolean;
  /** What a conversation owes, such that nobody else begins it while we do. */
  secure(id: string): Promise<StoredConversation>;
  /** Keeps what is ours for as long as a lease lasts from a moment on (epoch ms). */
  hold(id: string, from: number): Promise<StoredConversation>;
  /** Makes ours what was to be performed by a moment, and tells of each effect that was not before. */
  claim(id: string, dueBy: number, taken: (effect: string) => void): Promise<void>;
}

export function createLeases({ processId, clock }: Ports, conversations: Conversations): Leases {
  const isOurs = ({ by }: PendingEffect): boolean => by === processId;
  const leased = ({ effect }: PendingEffect, from: number): PendingEffect => ({
    effect,
    by: processId,
    until: from + LEASE_MS,
  });
  const hold = (id: string, from: number) =>
    conversations.change(id, (owed) => (isOurs(owed) ? leased(owed, from) : owed));

  return {
    isOurs,
    hold,
    secure: async (id) => {
      const stored = await conversations.read(id);
      const soon = clock() + LONGEST_CALL_MS;
      const isEnding = stored.pending.some((owed) => isOurs(owed) && owed.until < soon);
      return isEnding ? hold(id, clock()) : stored;
    },
    claim: async (id, dueBy, taken) => {
      const now = clock();
      await conversations.change(id, (owed) => {
        if (owed.until > (isOurs(owed) ? now : dueBy)) return owed;
        // Told before it is ours: should nobody be able to say whether it is, it must not pass for freshly saved.
        if (!isOurs(owed)) taken(owed.effect.id);
        return leased(owed, now);
      });
    },
  };
}
