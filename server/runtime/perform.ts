import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import {
  type JournalEffect,
  type PendingEffect,
  RANKS,
  type Store,
  type StoredConversation,
} from '../store/store.ts';
import type { Ports } from './ports.ts';

/** Any effect that can be owed. */
export type Owed = IssuedEffect | JournalEffect;

/**
 * How it went: `done` it need never be performed again · `later` it is not its time yet (epoch ms) ·
 * `underWay` its answer will come as an event, which strikes it
 */
export type Performed =
  | { readonly is: 'done' }
  | { readonly is: 'later'; readonly at: number }
  | { readonly is: 'underWay' };

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
}

/**
 * Performs what a conversation owes: messages in order, one waiting for the one before; everything else at once.
 * What another process saved is left to it, except for the ids in `inherited`.
 */
export async function performPending(
  { processId, log, clock, store }: Pick<Ports, 'processId' | 'log' | 'clock' | 'store'>,
  performers: Performers,
  stored: StoredConversation,
  inherited: ReadonlySet<string>,
): Promise<Round> {
  const settled: string[] = [];
  const waits: number[] = [];

  const isOurs = ({ effect, by }: PendingEffect): boolean => by === processId || inherited.has(effect.id);
  const performOne = async ({ effect, by }: PendingEffect): Promise<boolean> => {
    const performer = performers[effect.type] as Performer<Owed>; // the table pairs them
    const outcome = await performer(effect, { stored, inherited: by !== processId });
    if (outcome.is === 'done') settled.push(effect.id);
    if (outcome.is === 'later') waits.push(outcome.at);
    return outcome.is === 'done';
  };

  const inOrder = async (messages: readonly PendingEffect[]): Promise<void> => {
    for (const message of messages) {
      if (isOurs(message)) {
        if (!(await performOne(message))) return;
      } else if (await isOut(store, message)) {
        settled.push(message.effect.id);
      } else {
        waits.push(clock() + OTHERS_TURN_MS);
        return;
      }
    }
  };

  const messages = stored.pending.filter(({ effect }) => effect.type === 'sendMessage');
  const others = stored.pending.filter((owed) => owed.effect.type !== 'sendMessage' && isOurs(owed));
  const work = await Promise.allSettled([inOrder(messages), ...others.map(performOne)]);
  for (const { reason } of work.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) {
    log.error(
      { conversation: stored.conversation.id, error: reason },
      'an effect could not be performed yet',
    );
    waits.push(clock() + PATIENCE_MS);
  }
  return { settled, ...(waits.length > 0 && { comeBackAt: Math.min(...waits) }) };
}

/** Another process may have sent a message and only not said so yet. */
async function isOut({ messages }: Store, { effect }: PendingEffect): Promise<boolean> {
  const rank = await messages.rankOf(effect.id);
  return rank !== undefined && RANKS[rank] > RANKS.queued;
}

/** How long to leave another process to send what comes first. */
const OTHERS_TURN_MS = 250;
/** How long to leave a service in trouble before trying again. */
const PATIENCE_MS = 5_000;
