import type { JsonObject } from '../contract/json.ts';
import type { InboundMessage } from '../contract/message.ts';

/** A place shared from the map. */
export function readLocation(message: InboundMessage): JsonObject | undefined {
  if (message.kind !== 'location') return undefined;
  const { latitude, longitude, name, address } = message;
  return { latitude, longitude, ...(name && { name }), ...(address && { address }) };
}
