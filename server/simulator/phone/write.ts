import type { Conversation, Core } from '../core.ts';
import { newWamid, wamidOf } from '../ids.ts';
import type { ChatMessage } from '../model.ts';
import { inboundValue } from '../webhooks/values.ts';

/** What a person puts into a chat. */
export interface Written {
  readonly type: string;
  readonly content: unknown;
  /** The message it answers. */
  readonly context?: string;
  /** The page's own id of it: the same id twice is one message. */
  readonly clientId?: string;
}

/** How long a message wobbles when the webhooks are asked to come in the wrong order. */
const WOBBLE_MS = 400;

/**
 * A person writes to the business: the message and its webhook are stored before this is kept, so that a business
 * that is down gets it when it is back.
 */
export async function write(core: Core, conversation: Conversation, written: Written): Promise<ChatMessage> {
  const { number, phone, chat } = conversation;
  const { clientId, ...body } = written;
  const id = clientId ? wamidOf(`${chat.id}:${clientId}`) : newWamid();
  const known = clientId ? await core.store.message(id) : undefined;
  if (known) return known;
  const at = core.clock();
  const { throughputPerSecond, bsuid, reorder } = core.knobs();
  if (throughputPerSecond > 0)
    core.throughput(
      number.phoneNumberId,
      { burst: throughputPerSecond, everyMs: 1000 / throughputPerSecond },
      at,
    );
  const message: ChatMessage = {
    ...written,
    id,
    chat: chat.id,
    from: 'phone',
    order: core.nextOrder(),
    at,
    status: 'sent',
  };
  const opened = { ...chat, lastInboundAt: at };
  const value = inboundValue(number, phone, { ...body, id, at }, bsuid);
  const after = reorder ? Math.floor(Math.random() * WOBBLE_MS) : 0;
  // The webhook first: if we die in between, the page tries again under the same id, and the business counts ids.
  const go = await core.outbox.remember([
    { phoneNumberId: number.phoneNumberId, value, after, messageId: id, chat: chat.id },
  ]);
  await Promise.all([core.store.saveChat(opened), core.store.saveMessage(message)]);
  core.world.putChat(opened);
  core.live.publish(phone.id, { type: 'message', message });
  go();
  return message;
}
