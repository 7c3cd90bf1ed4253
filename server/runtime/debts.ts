import type { Conversations } from './conversations.ts';
import { laneTimers } from './lane-timers.ts';
import type { Lanes } from './lanes.ts';
import { createLeases } from './lease.ts';
import { type Owed, type Performers, performPending, type Round } from './perform.ts';
import type { Ports } from './ports.ts';

/** What conversations owe the world: performed now, or come back to when its time has come. All run in lanes. */
export interface Debts {
  /** Performs what a conversation owes. Must run in its lane. */
  pay(id: string): Promise<void>;
  /** Makes ours what others were to perform by a moment (epoch ms), and performs it. Must run in the conversation's lane. */
  inherit(id: string, dueBy: number): Promise<void>;
  /** Settles what is performed and stops coming back: another process will take over, or the next start. */
  stop(): Promise<void>;
}

/** Waits longer than this are told to other processes, so that they do not take over meanwhile. */
const LONG_WAIT_MS = 10_000;

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
  const { clock } = ports;
  const leases = createLeases(ports, conversations);
  const inherited = new Set<string>();
  const settling = createSettling(ports, lanes, conversations);
  const comingBack = laneTimers(lanes, (id, error) => {
    conversations.forget(id);
    ports.log.error({ conversation: id, error }, 'what a conversation owes waits for the sweep');
  });
  let stopped = false;

  const pay = async (id: string): Promise<void> => {
    const stored = await leases.secure(id);
    if (stored.pending.length === 0) return;
    const round = await performPending(ports, performers, stored, inherited);
    for (const effect of round.settled) inherited.delete(effect);
    conversations.strike(id, round.settled);
    if (stored.pending.some(({ effect }) => AT_ONCE.has(effect.type))) await conversations.write(id);
    else if (round.settled.length > 0) settling.later(id);
    if (!stopped) await comeBack(id, round);
  };

  const comeBack = async (id: string, { comeBackAt, busyUntil = 0 }: Round): Promise<void> => {
    if (comeBackAt !== undefined)
      comingBack.set(id, Math.max(0, comeBackAt - clock()), () => inherit(id, clock()));
    const idleUntil = Math.max(comeBackAt ?? 0, busyUntil);
    if (idleUntil - clock() > LONG_WAIT_MS) await leases.hold(id, idleUntil);
  };

  const inherit = async (id: string, dueBy: number): Promise<void> => {
    const { pending } = await conversations.read(id);
    // What others owe, they may have performed by now.
    if (!pending.every(leases.isOurs)) conversations.forget(id);
    await leases.claim(id, dueBy, (effect) => inherited.add(effect));
    await pay(id);
  };

  return {
    pay,
    inherit,
    stop: async () => {
      stopped = true;
      comingBack.clear();
      await settling.finish();
    },
  };
}

/** Settlements that wait for a save to take them along, for a while. */
function createSettling({ log }: Ports, lanes: Lanes, conversations: Conversations) {
  const timers = laneTimers(lanes, (id, error) => {
    log.error({ conversation: id, error }, 'what was performed could not be settled; it is tried again');
    later(id);
  });
  let isOver = false;
  const later = (id: string): void => {
    if (!timers.has(id) && !isOver) timers.set(id, SETTLE_WITHIN_MS, () => conversations.write(id));
  };
  return {
    later,
    finish: async (): Promise<void> => {
      isOver = true;
      timers.clear();
      await Promise.all(conversations.unwritten().map((id) => lanes.run(id, () => conversations.write(id))));
    },
  };
}
