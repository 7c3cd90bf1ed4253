import type { Delivery, InboundDelivery } from '../channels/channel.ts';
import type { InboundRecord } from '../store/store.ts';
import { inboundRecord, statusRecord } from './deliveries.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';
import { createServing } from './serving.ts';

/** What comes in from a channel: made durable first, served after. */
export interface Intake {
  /** Resolves as soon as everything in the delivery is durable; only then may the channel be told that all is well. */
  accept(delivery: Delivery): Promise<void>;
  /** Tells other processes how far this one has served, and tries again what it could not serve. */
  beat(): Promise<void>;
  /** Serves what processes that have been silent since a moment (epoch ms) received and did not serve. */
  catchUp(silentSince: number): Promise<number>;
  /** Accepts nothing more; resolves when what is being accepted has been. */
  close(): Promise<void>;
  /** Call it when all is served. */
  stop(): Promise<void>;
}

export function createIntake(ports: Ports, runtime: Pick<Runtime, 'receive'>): Intake {
  const { store, live, processId } = ports;
  const serving = createServing(ports, runtime);
  const clock = neverBack(ports.clock);
  const accepting = new Set<Promise<unknown>>();
  let isClosed = false;

  const receive = async (records: readonly InboundRecord[]): Promise<void> => {
    if (records.length === 0) return;
    records.forEach(serving.open);
    const fresh = await store.messages.receive(records).catch((error: unknown) => {
      records.forEach(serving.leave);
      throw error;
    });
    for (const record of fresh) {
      live.publish({ type: 'message', message: { ...record, direction: 'in' } });
      serving.begin(record);
    }
    if (fresh.length === records.length) return;
    // What comes again may have been stored by somebody who never served it, nor told the channel that all is well.
    const known = records.filter((record) => !fresh.includes(record));
    known.forEach(serving.leave);
    await Promise.all(known.map(serving.again));
  };

  const take = async ({ messages, statuses, notices }: Delivery): Promise<void> => {
    const now = clock();
    for (const { field } of notices) ports.log.info({ field }, 'the channel sent a notice');
    const ours = await connected(ports, messages);
    await Promise.all([
      receive(ours.map((message) => inboundRecord(message, now, processId))),
      store.messages.applyStatuses(statuses.map(statusRecord)),
    ]);
    for (const { number, messageId, channelId, status, at } of statuses)
      live.publish({ type: 'status', number, message: messageId ?? channelId, rank: status, at });
  };

  return {
    accept: async (delivery) => {
      if (isClosed) throw new Error('the server is stopping');
      const taken = take(delivery);
      accepting.add(taken);
      await taken.finally(() => accepting.delete(taken));
    },
    beat: () => serving.beat(clock()),
    catchUp: serving.catchUp,
    close: async () => {
      isClosed = true;
      await Promise.allSettled(accepting);
    },
    stop: async () => {
      if (serving.isDone()) await store.shifts.end(processId);
    },
  };
}

/** A clock that is set back must not date a message before what has been told as served. */
function neverBack(clock: () => number): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(latest, clock());
    return latest;
  };
}

async function connected(
  { workspace, log }: Ports,
  messages: readonly InboundDelivery[],
): Promise<readonly InboundDelivery[]> {
  const areOurs = () => messages.filter(({ number }) => workspace.number(number) !== undefined);
  if (areOurs().length === messages.length) return messages;
  await workspace.refresh(); // another process may have connected it this very second
  const ours = areOurs();
  if (ours.length < messages.length)
    log.warn(
      { count: messages.length - ours.length },
      'messages for numbers that are not connected were left',
    );
  return ours;
}
