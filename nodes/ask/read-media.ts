import type { JsonObject } from '../contract/json.ts';
import type { InboundMessage } from '../contract/message.ts';

/** A picture, video, recording or document. */
export function readMedia(message: InboundMessage): JsonObject | undefined {
  if (message.kind !== 'media') return undefined;
  const { id, mime, filename } = message;
  return { id, mime, ...(filename && { filename }) };
}
