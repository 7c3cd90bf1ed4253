import type { StoredConversation } from '../store/store.ts';
import type { Conversations } from './conversations.ts';
import { laneTimers } from './lane-timers.ts';
import type { Lanes } from './lanes.ts';
import { type Owed, type Performers, performPending, type Round } from './perform.ts';
import type { Ports } from './ports.ts';

/** What conversations owe the world: performed now, or come back to when its time has come. */
export interface Debts {
  /** Performs what a conversation owes. Must run in its lane. */
  pay(id: string): Promise<void>;
  /** Makes ours what other processes have left unperformed, and performs it. Must run in the conversation's lane. */
  inherit(id: string): Promise<void>;
  /** Settles what is performed and stops coming back: another process will take over, or the next start. */
  stop(): Promise<void>;
}

/** Waits longer than this are told to other processes, so that they do not take over meanwhile. */
const LONG_WAIT_MS = 10_000;
const REMEMBERED = 50_000;

/**
 * How long a settlement may wait for the next save to take it along. Performing again what a crash left unsettled
 * does no harm, since every performer knows what it has done; what could be undone meanwhile is settled at once.
 */
const SETTLE_WITHIN_MS = 5_000;
const AT_ONCE: ReadonlySet<Owed['type']> = new Set<Owed['type']>(['updateContact']);

export function createDebts(
  ports: Ports,
  lanes: Lanes,
  conversations: Conversations,
  performers: Performers,
): Debts {
  const troubled = (id: string, error: unknown): void => {
    conversations.forget(id);
    ports.log.error({ conversation: id, error }, 'what a conversation owes waits for the sweep');
  };
  const [comingBack, settling] = [laneTimers(lanes, troubled), laneTimers(lanes, troubled)];
  const memory: Memory = { paid: new Set(), inherited: new Set() };
  let stopped = false;

  const read = (id: string) =>
    conversations.read(id, () => {
      throw new Error(`there is no conversation ${id}`);
    });

  const pay = async (id: string): Promise<void> => {
    const stored = await read(id);
    if (stored.pending.length === 0) return;
    const { settled, comeBackAt } = await payAll(ports, performers, memory, stored);
    conversations.strike(id, settled);
    await settle(id, stored);
    if (comeBackAt !== undefined) await comeBack(id, comeBackAt);
  };

  const settle = async (id: string, { pending }: StoredConversation): Promise<void> => {
    if (pending.some(({ effect }) => AT_ONCE.has(effect.type))) await conversations.write(id);
    else if (!settling.has(id) && !stopped) settling.set(id, SETTLE_WITHIN_MS, () => conversations.write(id));
  };

  const comeBack = async (id: string, at: number): Promise<void> => {
    if (stopped) return;
    const wait = Math.max(0, at - ports.clock());
    comingBack.set(id, wait, async () => {
      const { pending } = await read(id);
      if (pending.some(({ by }) => by !== ports.processId)) await afresh(id);
      await pay(id);
    });
    if (wait > LONG_WAIT_MS) await ports.store.conversations.hold(id, at);
  };

  const afresh = async (id: string) => {
    await conversations.write(id);
    conversations.forget(id);
    return read(id);
  };

  return {
    pay,
    inherit: async (id) => {
      const { pending } = await afresh(id);
      for (const { effect, by } of pending) if (by !== ports.processId) memory.inherited.add(effect.id);
      await pay(id);
    },
    stop: async () => {
      stopped = true;
      comingBack.clear();
      await Promise.all(settling.clear().map((id) => lanes.run(id, () => conversations.write(id))));
    },
  };
}

/** What this process has performed, and what it has taken over from others. Ids of effects. */
interface Memory {
  readonly paid: Set<string>;
  readonly inherited: Set<string>;
}

/** Performs what is open. A settlement that was lost to another process's save is settled again, not performed. */
async function payAll(
  ports: Ports,
  performers: Performers,
  { paid, inherited }: Memory,
  stored: StoredConversation,
): Promise<Round> {
  const again = stored.pending.map(({ effect }) => effect.id).filter((effect) => paid.has(effect));
  const pending = stored.pending.filter(({ effect }) => !paid.has(effect.id));
  const round = await performPending(ports, performers, { ...stored, pending }, inherited);
  for (const effect of round.settled) {
    remember(paid, effect);
    inherited.delete(effect);
  }
  return { ...round, settled: [...again, ...round.settled] };
}

function remember(paid: Set<string>, effect: string): void {
  if (paid.size >= REMEMBERED) for (const oldest of [...paid].slice(0, REMEMBERED / 2)) paid.delete(oldest);
  paid.add(effect);
}
