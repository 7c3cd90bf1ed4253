import type { Core } from '../core.ts';
import type { BusinessNumber, Json } from '../model.ts';
import { refusals } from './graph-error.ts';
import { object, text } from './messages/demand.ts';
import { requireProduct } from './messages/outgoing.ts';

const THIRTY_DAYS_MS = 30 * 86_400_000;
/** Meta: the indicator ends with the answer or after 25 seconds. */
const TYPING_MS = 25_000;

/** `POST /{phone}/messages` with `status: read`: blue ticks up to that message, and the typing indicator. Graph error 131009. */
export async function markRead(core: Core, number: BusinessNumber, body: Json): Promise<Json> {
  requireProduct(body);
  if (body['status'] !== 'read') throw refusals.value('Param status must be read.');
  const id = text(body, 'message_id', 'message_id', 1000);
  const typing = body['typing_indicator'];
  if (typing !== undefined && object(body, 'typing_indicator')['type'] !== 'text')
    throw refusals.value('Param typing_indicator.type must be text.');
  const message = await core.store.message(id);
  const isOurs = message?.from === 'phone' && message.chat.startsWith(`${number.phoneNumberId}:`);
  if (!(message && isOurs) || core.clock() - message.at > THIRTY_DAYS_MS)
    throw refusals.value(
      'Param message_id is no message that somebody sent to this number in the last 30 days.',
    );
  const { chat, order: upTo } = message;
  await core.store.markRead({ chat, from: 'phone', upTo });
  const phoneId = chat.slice(chat.indexOf(':') + 1);
  core.live.publish(phoneId, { type: 'status', chat, from: 'phone', status: 'read', upTo });
  if (typing !== undefined)
    core.live.publish(phoneId, { type: 'typing', chat, until: core.clock() + TYPING_MS });
  return { success: true };
}
