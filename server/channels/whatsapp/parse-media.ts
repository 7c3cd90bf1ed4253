import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { InboundContent, InboundMedia, MediaKind } from '../../../nodes/contract/message.ts';
import { objectIn, present, textIn } from './foreign.ts';

/** Reads a message that carries a file; `voice` was a type of its own before it became an `audio` with a mark. */
export const media =
  (kind: MediaKind) =>
  (item: JsonObject): InboundContent | undefined => {
    const isOldVoice = item['type'] === 'voice';
    const file = objectIn(item, isOldVoice ? 'voice' : kind) ?? {};
    const id = textIn(file, 'id');
    if (id === undefined) return undefined;
    const isVoice = isOldVoice || file['voice'] === true;
    return {
      kind: 'media',
      ...present<InboundMedia>({
        media: kind,
        id,
        mime: textIn(file, 'mime_type') ?? 'application/octet-stream',
        sha256: textIn(file, 'sha256'),
        caption: textIn(file, 'caption'),
        filename: textIn(file, 'filename'),
        voice: isVoice || undefined,
      }),
    };
  };
