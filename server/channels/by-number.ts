import type { Channel, NumberAccess } from './channel.ts';

/** One channel made of several: each number goes its own way, such as to Meta or to the virtual WhatsApp. */
export const byNumber = (channelOf: (number: NumberAccess) => Channel): Channel => ({
  send: (number, to, message, messageId) => channelOf(number).send(number, to, message, messageId),
  markRead: (number, inboundId, typing) => channelOf(number).markRead(number, inboundId, typing),
});
