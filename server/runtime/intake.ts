import type { ConversationEvent } from '../../nodes/contract/conversation.ts';
import type { Effect } from '../../nodes/contract/effect.ts';
import type { Delivery, InboundDelivery, StatusUpdate } from '../channels/channel.ts';
import type { InboundRecord, StatusRecord } from '../store/store.ts';
import type { Ports } from './ports.ts';
import { conversationId } from './receive.ts';
import type { Runtime } from './runtime.ts';

/** What comes in from a channel: made durable first, served after. */
export interface Intake {
  /** Resolves as soon as everything in the delivery is durable; only then may the channel be told that all is well. */
  accept(delivery: Delivery): Promise<void>;
  /** Serves messages that were stored before `before` (epoch ms) and, for whatever reason, not served. */
  catchUp(before: number): Promise<number>;
}

const CATCH_UP_AT_ONCE = 500;

/** What an answer may have to wait for; only then is it worth showing that one is being typed. */
const SLOW: ReadonlySet<Effect['type']> = new Set<Effect['type']>(['httpRequest', 'crmLookup']);

export function createIntake(ports: Ports, runtime: Runtime): Intake {
  const { store, workspace, live, log, clock } = ports;

  const serve = async (record: InboundRecord): Promise<void> => {
    const moved = await runtime.receive(partyOf(record), eventOf(record));
    await store.messages.served(record.id);
    if (moved)
      showRead(
        record,
        moved.effects.some(({ type }) => SLOW.has(type)),
      );
  };

  const showRead = ({ number: id, id: message }: InboundRecord, typing: boolean): void => {
    const number = workspace.number(id);
    if (!number?.readReceipts) return;
    ports.channel
      .markRead(number, message, typing)
      .catch((error: unknown) => log.warn({ message, error }, 'a message could not be marked as read'));
  };

  const begin = (record: InboundRecord): void => {
    live.publish({ type: 'message', message: { ...record, direction: 'in' } });
    serve(record).catch((error: unknown) =>
      log.error(
        { message: record.id, error },
        'a message could not be served yet; it is kept and tried again',
      ),
    );
  };

  return {
    accept: async ({ messages, statuses, notices }) => {
      const now = clock();
      const ours = messages.filter(({ number }) => workspace.number(number) !== undefined);
      if (ours.length < messages.length)
        log.warn(
          { count: messages.length - ours.length },
          'messages for numbers that are not connected were left',
        );
      for (const { field } of notices) log.info({ field }, 'the channel sent a notice');
      const [fresh] = await Promise.all([
        ours.length > 0 ? store.messages.receive(ours.map((message) => inboundRecord(message, now))) : [],
        store.messages.applyStatuses(statuses.map(statusRecord)),
      ]);
      for (const record of fresh) begin(record);
      for (const { messageId, channelId, status, at } of statuses)
        live.publish({ type: 'status', message: messageId ?? channelId, rank: status, at });
    },
    catchUp: async (before) => {
      const unserved = await store.messages.unserved(before, CATCH_UP_AT_ONCE);
      for (const record of unserved) await serve(record);
      return unserved.length;
    },
  };
}

const inboundRecord = ({ number, sender, at, message }: InboundDelivery, now: number): InboundRecord => ({
  id: message.id,
  conversation: conversationId({ number, contact: sender.address }),
  number,
  contact: sender.address,
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
