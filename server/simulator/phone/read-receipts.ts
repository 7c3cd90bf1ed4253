import type { Conversation, Core } from '../core.ts';
import { statusValue } from '../webhooks/values.ts';

/** The person has the chat open: everything the business wrote so far is read, and the business learns it. */
export async function readAll(core: Core, { number, phone, chat }: Conversation): Promise<number> {
  const reach = { chat: chat.id, from: 'business', upTo: core.nextOrder() } as const;
  const ids = await core.store.markRead(reach);
  if (ids.length === 0) return 0;
  core.live.publish(phone.id, { type: 'status', status: 'read', ...reach });
  const { dropStatuses, bsuid, deliveredAfterMs, readAfterMs } = core.knobs();
  if (dropStatuses.includes('read')) return ids.length;
  // Nobody reads what has not been delivered.
  const after = deliveredAfterMs + readAfterMs;
  const at = core.clock() + after;
  const { phoneNumberId } = number;
  await core.outbox.tell(
    ids.map((id) => ({
      phoneNumberId,
      after,
      value: statusValue(number, phone, { id, status: 'read', at }, bsuid),
    })),
  );
  return ids.length;
}
