import type { Json } from '../../model.ts';
import { refusals } from '../graph-error.ts';
import { optionalText, text, webAddress } from './demand.ts';

/** Checks a message that is a file: by id or by link, never both; audio and stickers have no caption. */
export function file(kind: string): (content: Json) => Json {
  return (content) => {
    const id = content['id'];
    const link = content['link'];
    if (id === undefined && link === undefined) throw refusals.missing(`${kind}.id or ${kind}.link`);
    if (id !== undefined && link !== undefined)
      throw refusals.value(`Only one of ${kind}.id and ${kind}.link may be given.`);
    if (id === undefined) webAddress(content, 'link', `${kind}.link`);
    else text(content, 'id', `${kind}.id`, 64);
    const captionless = kind === 'audio' || kind === 'sticker';
    if (captionless && content['caption'] !== undefined)
      throw refusals.value(`A message of type ${kind} has no caption.`);
    optionalText(content, 'caption', `${kind}.caption`, 1024);
    if (kind === 'document') optionalText(content, 'filename', 'document.filename', 240);
    return content;
  };
}

const FILE_KINDS = ['image', 'video', 'audio', 'document', 'sticker'];

/** The media ids a message refers to, whether it is the file itself or has one as its header. */
export function mediaIdsOf(type: string, content: unknown): readonly string[] {
  const object = content as Json;
  if (FILE_KINDS.includes(type)) return idsIn(object);
  const header = type === 'interactive' ? (object['header'] as Json | undefined) : undefined;
  const kind = String(header?.['type']);
  return header && FILE_KINDS.includes(kind) ? idsIn(header[kind] as Json) : [];
}

const idsIn = (file: Json): readonly string[] => (typeof file['id'] === 'string' ? [file['id']] : []);
