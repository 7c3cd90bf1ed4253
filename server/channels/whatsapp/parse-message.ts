import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { InboundContent, InboundEnvelope, InboundMessage } from '../../../nodes/contract/message.ts';
import { objectIn, present, textIn, timeIn } from './foreign.ts';
import { firstError } from './parse-error.ts';
import { KINDS } from './parse-kinds.ts';

/** One item of `messages[]` and when it was sent (epoch ms); nothing without an id, since nobody could tell it apart. */
export function parseMessage(
  item: JsonObject,
  receivedAt: number,
): { readonly at: number; readonly message: InboundMessage } | undefined {
  const id = textIn(item, 'id');
  if (id === undefined) return undefined;
  const message: InboundMessage = { ...envelopeOf(id, item), ...contentOf(item) };
  return { at: timeIn(item, 'timestamp', receivedAt), message };
}

function envelopeOf(id: string, item: JsonObject): InboundEnvelope {
  const context = objectIn(item, 'context') ?? {};
  const forwarded = context['forwarded'] === true || context['frequently_forwarded'] === true;
  return present<InboundEnvelope>({
    id,
    replyTo: textIn(context, 'id'),
    forwarded: forwarded || undefined,
    referral: objectIn(item, 'referral') ?? productOf(context),
  });
}

/** "Message business" on a product page is a way to come to us like an ad. */
function productOf(context: JsonObject): JsonObject | undefined {
  const product = objectIn(context, 'referred_product');
  return product && { source_type: 'product', ...product };
}

function contentOf(item: JsonObject): InboundContent {
  const type = textIn(item, 'type') ?? 'unknown';
  const reason = firstError(item)?.details;
  const content = KINDS.get(type)?.(item);
  return content ?? { kind: 'unsupported', what: type, ...(reason !== undefined && { reason }) };
}
