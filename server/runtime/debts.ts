import type { Conversations } from './conversations.ts';
import type { Lanes } from './lanes.ts';
import { type Performers, performPending } from './perform.ts';
import type { Ports } from './ports.ts';

/** What conversations owe the world: performed now, or come back to when its time has come. */
export interface Debts {
  /** Performs what a conversation owes. Must run in its lane. */
  pay(id: string): Promise<void>;
  /** Makes ours what other processes have left unperformed, and performs it. Must run in the conversation's lane. */
  inherit(id: string): Promise<void>;
  /** Stops coming back: another process will take over, or the next start. */
  stop(): void;
}

/** Waits longer than this are told to other processes, so that they do not take over meanwhile. */
const LONG_WAIT_MS = 10_000;
const REMEMBERED = 50_000;

export function createDebts(
  ports: Ports,
  lanes: Lanes,
  conversations: Conversations,
  performers: Performers,
): Debts {
  const comingBack = new Map<string, NodeJS.Timeout>();
  const paid = new Set<string>();
  const inherited = new Set<string>();
  let stopped = false;

  const read = (id: string) =>
    conversations.read(id, () => {
      throw new Error(`there is no conversation ${id}`);
    });

  const pay = async (id: string): Promise<void> => {
    const stored = await read(id);
    if (stored.pending.length === 0) return;
    // A settlement that was lost to another process's save must not be performed again.
    const again = stored.pending.map(({ effect }) => effect.id).filter((effect) => paid.has(effect));
    const open = { ...stored, pending: stored.pending.filter(({ effect }) => !paid.has(effect.id)) };
    const { settled, comeBackAt } = await performPending(ports, performers, open, inherited);
    for (const effect of settled) {
      remember(paid, effect);
      inherited.delete(effect);
    }
    await conversations.settle(id, [...again, ...settled], lanes.waiting(id) > 0);
    if (comeBackAt !== undefined) await comeBack(id, comeBackAt);
  };

  const comeBack = async (id: string, at: number): Promise<void> => {
    if (stopped) return;
    const wait = Math.max(0, at - ports.clock());
    const payAgain = async (): Promise<void> => {
      comingBack.delete(id);
      const { pending } = await read(id);
      if (pending.some(({ by }) => by !== ports.processId)) conversations.forget(id);
      await pay(id);
    };
    clearTimeout(comingBack.get(id));
    const timer = setTimeout(() => {
      lanes.run(id, payAgain).catch((error: unknown) => {
        conversations.forget(id);
        ports.log.error({ conversation: id, error }, 'what a conversation owes waits for the sweep');
      });
    }, wait);
    comingBack.set(id, timer);
    if (wait > LONG_WAIT_MS) await ports.store.conversations.hold(id, at);
  };

  return {
    pay,
    inherit: async (id) => {
      conversations.forget(id);
      const { pending } = await read(id);
      for (const { effect, by } of pending) if (by !== ports.processId) inherited.add(effect.id);
      await pay(id);
    },
    stop: () => {
      stopped = true;
      for (const timer of comingBack.values()) clearTimeout(timer);
      comingBack.clear();
    },
  };
}

function remember(paid: Set<string>, effect: string): void {
  if (paid.size >= REMEMBERED) for (const oldest of [...paid].slice(0, REMEMBERED / 2)) paid.delete(oldest);
  paid.add(effect);
}
