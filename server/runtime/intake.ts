import type { ConversationEvent } from '../../nodes/contract/conversation.ts';
import type { Effect } from '../../nodes/contract/effect.ts';
import type { Delivery, InboundDelivery, StatusUpdate } from '../channels/channel.ts';
import type { InboundRecord, StatusRecord } from '../store/store.ts';
import { openMessages } from './open-messages.ts';
import type { Ports } from './ports.ts';
import { conversationId } from './receive.ts';
import type { Runtime } from './runtime.ts';

/** What comes in from a channel: made durable first, served after. */
export interface Intake {
  /** Resolves as soon as everything in the delivery is durable; only then may the channel be told that all is well. */
  accept(delivery: Delivery): Promise<void>;
  /** Tells other processes how far this one has served, and tries again what it could not serve. */
  beat(): Promise<void>;
  /** Serves what processes that have been silent since a moment (epoch ms) received and did not serve. */
  catchUp(silentSince: number): Promise<number>;
  /** Call it when nothing comes in any more and all is served. */
  stop(): Promise<void>;
}

const AT_ONCE = 500;

/** What an answer may have to wait for; only then is it worth showing that one is being typed. */
const SLOW: ReadonlySet<Effect['type']> = new Set<Effect['type']>(['httpRequest', 'crmLookup']);

export function createIntake(ports: Ports, runtime: Runtime): Intake {
  const { store, live, clock, processId } = ports;
  const open = openMessages();

  const serve = async (record: InboundRecord): Promise<void> => {
    const moved = await runtime.receive(partyOf(record), eventOf(record));
    open.remove(record);
    if (moved)
      showRead(
        ports,
        record,
        moved.effects.some(({ type }) => SLOW.has(type)),
      );
  };

  const begin = (record: InboundRecord): void => {
    serve(record).catch((error: unknown) => {
      open.failed(record);
      ports.log.error({ message: record.id, error }, 'a message could not be served yet; it is tried again');
    });
  };

  const receive = async (records: readonly InboundRecord[]): Promise<void> => {
    if (records.length === 0) return;
    for (const record of records) open.add(record);
    const fresh = await store.messages.receive(records).finally(() => records.forEach(open.remove));
    for (const record of fresh) {
      open.add(record);
      live.publish({ type: 'message', message: { ...record, direction: 'in' } });
      begin(record);
    }
  };

  return {
    accept: async ({ messages, statuses, notices }) => {
      const now = clock();
      tellOfNotices(ports, notices);
      await Promise.all([
        receive(connected(ports, messages).map((message) => inboundRecord(message, now, processId))),
        store.messages.applyStatuses(statuses.map(statusRecord)),
      ]);
      for (const { messageId, channelId, status, at } of statuses)
        live.publish({ type: 'status', message: messageId ?? channelId, rank: status, at });
    },
    beat: async () => {
      const now = clock();
      for (const record of open.takeFailed()) begin(record);
      await store.shifts.beat(processId, open.servedUntil(now), now);
    },
    catchUp: async (silentSince) => {
      let served = 0;
      for (const { process, servedUntil } of await store.shifts.silent(silentSince)) {
        if (process === processId) continue;
        served += await serveFor(ports, process, servedUntil, serve);
        await store.shifts.end(process);
      }
      return served;
    },
    stop: async () => {
      if (open.size === 0) await store.shifts.end(processId);
    },
  };
}

function connected(
  { workspace, log }: Ports,
  messages: readonly InboundDelivery[],
): readonly InboundDelivery[] {
  const ours = messages.filter(({ number }) => workspace.number(number) !== undefined);
  if (ours.length < messages.length)
    log.warn(
      { count: messages.length - ours.length },
      'messages for numbers that are not connected were left',
    );
  return ours;
}

function tellOfNotices({ log }: Ports, notices: Delivery['notices']): void {
  for (const { field } of notices) log.info({ field }, 'the channel sent a notice');
}

function showRead({ workspace, channel, log }: Ports, { number, id }: InboundRecord, typing: boolean): void {
  const sender = workspace.number(number);
  if (!sender?.readReceipts) return;
  channel
    .markRead(sender, id, typing)
    .catch((error: unknown) => log.warn({ message: id, error }, 'a message could not be marked as read'));
}

/** Serves what another process received since a moment; what the journal tells of has been served already. */
async function serveFor(
  { store }: Ports,
  process: string,
  since: number,
  serve: (record: InboundRecord) => Promise<void>,
): Promise<number> {
  let served = 0;
  let from = since;
  for (;;) {
    const records = await store.messages.receivedBy(process, from, AT_ONCE);
    for (const record of records) {
      if (await store.journal.of(record.conversation, record.id)) continue;
      await serve(record);
      served += 1;
    }
    const last = records.at(-1);
    if (records.length < AT_ONCE || !last) return served;
    // The last moment is read again, since more may have come in it than fitted.
    from = last.at === from ? from + 1 : last.at;
  }
}

const inboundRecord = (
  { number, sender, at, message }: InboundDelivery,
  now: number,
  process: string,
): InboundRecord => ({
  id: message.id,
  conversation: conversationId({ number, contact: sender.address }),
  number,
  contact: sender.address,
  process,
  at: now,
  sentAt: Math.min(at, now),
  message,
  sender: {
    ...(sender.phone !== undefined && { phone: sender.phone }),
    ...(sender.name !== undefined && { name: sender.name }),
  },
});

const partyOf = ({ number, contact, sender }: InboundRecord) => ({ number, contact, ...sender });

const eventOf = ({ id, at, sentAt, message }: InboundRecord): ConversationEvent => ({
  id,
  at,
  sentAt,
  type: 'messageReceived',
  message,
});

const statusRecord = ({
  messageId,
  channelId,
  status,
  at,
  failure,
  pricing,
}: StatusUpdate): StatusRecord => ({
  channelId,
  rank: status,
  at,
  // Only ids of our own making may bring a message into being; others are looked up by the channel's id.
  ...(messageId?.includes('/') && { messageId }),
  ...(failure && { failure }),
  ...(pricing && { pricing: JSON.parse(JSON.stringify(pricing)) }),
});
