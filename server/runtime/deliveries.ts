import type { ConversationEvent } from '../../nodes/contract/conversation.ts';
import type { InboundDelivery, StatusUpdate } from '../channels/channel.ts';
import type { InboundRecord, StatusRecord } from '../store/store.ts';
import { conversationId } from './receive.ts';
import { storable } from './storable.ts';

/** An inbound message as it is stored: by the process that received it, and when. */
export const inboundRecord = (
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
  message: storable(message),
  sender: {
    ...(sender.phone !== undefined && { phone: sender.phone }),
    ...(sender.name !== undefined && { name: sender.name }),
  },
});

export const partyOf = ({ number, contact, sender }: InboundRecord) => ({ number, contact, ...sender });

/** Serving a message is letting this happen. */
export const eventOf = ({ id, at, sentAt, message }: InboundRecord): ConversationEvent => ({
  id,
  at,
  sentAt,
  type: 'messageReceived',
  message,
});

export const statusRecord = ({
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
  ...(pricing && { pricing: storable(JSON.parse(JSON.stringify(pricing))) }),
});
