import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import {
  type JournalEffect,
  type PendingEffect,
  RANKS,
  type Store,
  type StoredConversation,
} from '../store/store.ts';
import { LEASE_MS, LONGEST_CALL_MS } from './lease.ts';
import type { Ports } from './ports.ts';

/** Any effect that can be owed. */
export type Owed = IssuedEffect | JournalEffect;

/**
 * How it went: `done` it need never be performed again · `later` it is not its time yet (epoch ms) ·
 * `underWay` its answer will come as an event, which strikes it; by a moment (epoch ms)
 */
export type Performed =
  | { readonly is: 'done' }
  | { readonly is: 'later'; readonly at: number }
  | { readonly is: 'underWay'; readonly until: number };

export const done: Performed = { is: 'done' };

/** What a performer is told besides the effect. */
export interface Circumstances {
  readonly stored: StoredConversation;
  /** It was saved by a process that is gone, which may have performed it and died before saying so. */
  readonly inherited: boolean;
}

/** Does what one kind of effect asks. It may be asked twice under the same id and must then do it once. */
export type Performer<E> = (effect: E, circumstances: Circumstances) => Promise<Performed>;

/** One performer for each kind of effect: adding one without the other does not compile. */
export type Performers = { readonly [T in Owed['type']]: Performer<Extract<Owed, { readonly type: T }>> };

export interface Round {
  /** Ids of the effects that need never be performed again. */
  readonly settled: readonly string[];
  /** When to come back for the rest (epoch ms), if something has to wait. */
  readonly comeBackAt?: number;
  /** By when what is under way will have been answered (epoch ms). */
  readonly busyUntil?: number;
}

/**
 * Performs what a conversation owes: messages in order, one waiting for the one before; changes of the contact
 * likewise; everything else at once. What another process owes is left to it.
 */
export async function performPending(
  { processId, log, clock, store }: Pick<Ports, 'processId' | 'log' | 'clock' | 'store'>,
  performers: Performers,
  stored: StoredConversation,
  inherited: ReadonlySet<string>,
): Promise<Round> {
  const settled: string[] = [];
  const waits: number[] = [];
  const ends: number[] = [];

  const isOurs = ({ by }: PendingEffect): boolean => by === processId;
  const performOne = async ({ effect }: PendingEffect): Promise<void> => {
    const performer = performers[effect.type] as Performer<Owed>; // the table pairs them
    const outcome = await performer(effect, { stored, inherited: inherited.has(effect.id) });
    if (outcome.is === 'done') settled.push(effect.id);
    if (outcome.is === 'later') waits.push(outcome.at);
    if (outcome.is === 'underWay') ends.push(outcome.until);
  };

  /** One waits for the one before. Says whether the next may go on. */
  const next = async (owed: PendingEffect): Promise<boolean> => {
    // Those before may have taken long; the lease is renewed before we go on.
    if (isOurs(owed) && owed.until - clock() < LONGEST_CALL_MS) waits.push(clock());
    else if (isOurs(owed)) await performOne(owed);
    else if (owed.effect.type === 'sendMessage' && (await isOut(store, owed))) settled.push(owed.effect.id);
    else waits.push(othersTurn(owed, clock()));
    return settled.includes(owed.effect.id);
  };
  const inOrder = async (queue: readonly PendingEffect[]): Promise<void> => {
    for (const owed of queue) if (!(await next(owed))) return;
  };

  const {
    sendMessage = [],
    updateContact = [],
    ...rest
  } = Object.groupBy(stored.pending, ({ effect }) => effect.type);
  const others = Object.values(rest).flat().filter(isOurs);
  const work = await Promise.allSettled([
    inOrder(sendMessage),
    inOrder(updateContact),
    ...others.map(performOne),
  ]);
  for (const { reason } of work.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) {
    log.error(
      { conversation: stored.conversation.id, error: reason },
      'an effect could not be performed yet',
    );
    waits.push(clock() + PATIENCE_MS);
  }
  return {
    settled,
    ...(waits.length > 0 && { comeBackAt: Math.min(...waits) }),
    ...(ends.length > 0 && { busyUntil: Math.max(...ends) }),
  };
}

/** Another process may have sent a message and only not said so yet. */
async function isOut({ messages }: Store, { effect }: PendingEffect): Promise<boolean> {
  const rank = await messages.rankOf(effect.id);
  return rank !== undefined && RANKS[rank] > RANKS.queued;
}

/** When to look again whether another process has done what comes first: soon, unless it has told that it must wait. */
const othersTurn = ({ until }: PendingEffect, now: number): number =>
  now + Math.min(Math.max(until - LEASE_MS - now, 250), 5_000);

/** How long to leave a service in trouble before trying again. */
const PATIENCE_MS = 5_000;
