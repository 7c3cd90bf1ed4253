import type { Effect } from '../../nodes/contract/effect.ts';
import type { InboundRecord, Shift } from '../store/store.ts';
import { eventOf, partyOf } from './deliveries.ts';
import { openMessages } from './open-messages.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';

/** Messages that are stored are served: those that come in, those that come again, those that others have left. */
export interface Serving {
  /** Notes a message from before it is stored, until it is served or turns out to be known. */
  open(record: InboundRecord): void;
  /** The message is known, or could not be stored. */
  leave(record: InboundRecord): void;
  /** Serves a message that is open and stored. Trouble is told, and it is tried again. */
  begin(record: InboundRecord): void;
  /** Serves a message that came again, unless it has been served. */
  again(record: InboundRecord): Promise<void>;
  /** Tells other processes how far this one has served, and tries again what it could not serve. */
  beat(now: number): Promise<void>;
  /** Serves what processes that have been silent since a moment (epoch ms) received and did not serve. */
  catchUp(silentSince: number): Promise<number>;
  /** Whether all that was received has been served. */
  isDone(): boolean;
}

/** What an answer may have to wait for; only then is it worth showing that one is being typed. */
const SLOW: ReadonlySet<Effect['type']> = new Set<Effect['type']>(['httpRequest', 'crmLookup']);

export function createServing(ports: Ports, runtime: Pick<Runtime, 'receive'>): Serving {
  const { store, clock, processId } = ports;
  const open = openMessages();
  let caughtUp: Promise<unknown> = Promise.resolve();

  const serve = async (record: InboundRecord): Promise<void> => {
    const moved = await runtime.receive(partyOf(record), eventOf(record));
    open.remove(record);
    const isSlow = moved?.effects.some(({ type }) => SLOW.has(type));
    if (isSlow !== undefined) showRead(ports, record, isSlow);
  };

  const begin = (record: InboundRecord): void => {
    // What dead processes have left was said before.
    const served = caughtUp.then(() => serve(record));
    served.catch((error: unknown) => {
      open.failed(record);
      ports.log.error({ message: record.id, error }, 'a message could not be served yet; it is tried again');
    });
  };

  /** Hands in at once what a process left, and ends its shift when all of it went well. */
  const finish = async ({ shift, records }: Left): Promise<number> => {
    const outcomes = await Promise.allSettled(records.map(serve));
    const failures = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    for (const { reason } of failures)
      ports.log.error({ error: reason }, 'a message left by another process could not be served yet');
    if (failures.length === 0) await store.shifts.end(shift.process, shift.beatAt);
    return outcomes.length - failures.length;
  };

  return {
    open: open.add,
    leave: open.remove,
    begin,
    again: async (record) => {
      if (!(await store.journal.of(record.conversation, record.id))) await serve(record);
    },
    beat: async (now) => {
      for (const record of open.takeFailed()) begin(record);
      await store.shifts.beat(processId, open.servedUntil(now), clock());
    },
    catchUp: async (silentSince) => {
      const found = leftByOthers(ports, silentSince);
      // What comes in meanwhile is handed to its lanes after what was left; nobody waits until that is served.
      const handedIn = found.then((left) => ({ served: left.map(finish) }));
      caughtUp = Promise.allSettled([caughtUp, handedIn]);
      const served = await Promise.all((await handedIn).served);
      return served.reduce((sum, count) => sum + count, 0);
    },
    isDone: () => open.size === 0,
  };
}

function showRead({ workspace, channel, log }: Ports, { number, id }: InboundRecord, typing: boolean): void {
  const sender = workspace.number(number);
  if (!sender?.readReceipts) return;
  channel
    .markRead(sender, id, typing)
    .catch((error: unknown) => log.warn({ message: id, error }, 'a message could not be marked as read'));
}

interface Left {
  readonly shift: Shift;
  /** In the order in which they came. */
  readonly records: readonly InboundRecord[];
}

/** What silent processes received since they last told; what the journal tells of has been served already. */
async function leftByOthers({ store, processId }: Ports, silentSince: number): Promise<readonly Left[]> {
  const shifts = (await store.shifts.silent(silentSince)).filter(({ process }) => process !== processId);
  return Promise.all(
    shifts.map(async (shift) => {
      const all = await Array.fromAsync(store.messages.receivedBy(shift.process, shift.servedUntil));
      const told = await Promise.all(all.map(({ conversation, id }) => store.journal.of(conversation, id)));
      return { shift, records: all.filter((_, i) => !told[i]) };
    }),
  );
}
