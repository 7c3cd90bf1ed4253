import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { DeliveryStatus, StatusUpdate } from '../channel.ts';
import { explain } from './failures.ts';
import { objectIn, present, textIn, timeIn } from './foreign.ts';
import { firstError } from './parse-error.ts';

// `played`, `deleted`, `warning` and what may come are no news about the way to the contact.
const STATUSES: ReadonlyMap<string, DeliveryStatus> = new Map(
  (['sent', 'delivered', 'read', 'failed'] as const).map((status) => [status, status]),
);

/** One item of `statuses[]`; nothing without an id or with a status that does not matter to a delivery. */
export function parseStatus(item: JsonObject, number: string, receivedAt: number): StatusUpdate | undefined {
  const channelId = textIn(item, 'id');
  const status = STATUSES.get(textIn(item, 'status') ?? '');
  if (channelId === undefined || status === undefined) return undefined;
  return present<StatusUpdate>({
    number,
    channelId,
    messageId: textIn(item, 'biz_opaque_callback_data'),
    status,
    at: timeIn(item, 'timestamp', receivedAt),
    failure: status === 'failed' ? failureIn(item) : undefined,
    pricing: objectIn(item, 'pricing'),
  });
}

function failureIn(item: JsonObject): { code: string; reason: string } {
  const error = firstError(item);
  const code = String(error?.code ?? 'unknown');
  return { code, reason: explain(code, error?.details) };
}
