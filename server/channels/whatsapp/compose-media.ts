import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { MediaKind, OutboundMedia } from '../../../nodes/contract/message.ts';
import { cut } from './cut.ts';
import { present } from './foreign.ts';

const MAX_CAPTION = 1024;
const CAPTIONED: ReadonlySet<MediaKind> = new Set(['image', 'video', 'document']);

/** A file by link or by media id. Only some kinds can carry words, a name or the mark of a voice note. */
export function composeMedia({ media, id, link, caption, filename, voice }: OutboundMedia): JsonObject {
  return {
    type: media,
    [media]: present<JsonObject>({
      id,
      link: id === undefined ? link : undefined,
      caption: caption && CAPTIONED.has(media) ? cut(caption, MAX_CAPTION) : undefined,
      filename: media === 'document' ? filename : undefined,
      voice: media === 'audio' && voice ? true : undefined,
    }),
  };
}
