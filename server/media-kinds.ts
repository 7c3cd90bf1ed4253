import { problems } from './problems.ts';

/** A file that WhatsApp takes, as far as its first bytes and its name tell. */
export interface MediaType {
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly mime: string;
  readonly extension: string;
}

const MB = 1024 * 1024;

/** How large a file may be, in bytes: WhatsApp's limits for what a business sends. */
export const MOST_BYTES = { image: 5 * MB, video: 16 * MB, audio: 16 * MB, document: 100 * MB } as const;

const type = (kind: MediaType['kind'], mime: string, extension: string): MediaType => ({
  kind,
  mime,
  extension,
});

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** By what files begin with. What a browser says a file is counts for nothing. */
const SIGNATURES: readonly (readonly [RegExp, MediaType])[] = [
  [/^\xff\xd8\xff/, type('image', 'image/jpeg', 'jpg')],
  [/^\x89PNG\r\n.\n/, type('image', 'image/png', 'png')],
  [/^[\s\S]{4}ftyp3g/, type('video', 'video/3gpp', '3gp')],
  [/^[\s\S]{4}ftypM4A/, type('audio', 'audio/mp4', 'm4a')],
  [/^[\s\S]{4}ftyp/, type('video', 'video/mp4', 'mp4')],
  [/^#!AMR/, type('audio', 'audio/amr', 'amr')],
  [/^OggS/, type('audio', 'audio/ogg', 'ogg')],
  [/^(?:ID3|\xff[\xfb\xf3\xf2\xfa])/, type('audio', 'audio/mpeg', 'mp3')],
  [/^\xff[\xf1\xf9\xf0\xf8]/, type('audio', 'audio/aac', 'aac')],
  [/^%PDF-/, type('document', 'application/pdf', 'pdf')],
];

/** Files that begin alike are told apart by their names. */
const ZIPPED: ReadonlyMap<string, string> = new Map([
  ['docx', `${OFFICE}.wordprocessingml.document`],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`],
  ['pptx', `${OFFICE}.presentationml.presentation`],
]);
const OLD_OFFICE: ReadonlyMap<string, string> = new Map([
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
]);
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain'],
  ['csv', 'text/plain'],
]);

/** What a file is. Throws a problem for what WhatsApp does not take, what is too large, and what is empty. */
export function mediaTypeOf(bytes: Uint8Array, name: string): MediaType {
  if (bytes.length === 0) throw problems.badFile('file-empty', 'The file is empty.');
  const found = recognise(bytes, extensionOf(name));
  if (!found)
    throw problems.badFile(
      'file-type',
      'WhatsApp takes pictures (JPEG, PNG), videos (MP4, 3GP), audio (MP3, AAC, AMR, M4A, OGG) and documents (PDF, Word, Excel, PowerPoint, text).',
    );
  const most = MOST_BYTES[found.kind];
  if (bytes.length > most)
    throw problems.badFile(
      'file-size',
      `The file has ${(bytes.length / MB).toFixed(1)} MB; WhatsApp takes ${NOUNS[found.kind]} of up to ${most / MB} MB.`,
    );
  return found;
}

const NOUNS = { image: 'pictures', video: 'videos', audio: 'audio', document: 'documents' } as const;

function recognise(bytes: Uint8Array, extension: string): MediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const signed = SIGNATURES.find(([signature]) => signature.test(head))?.[1];
  if (signed) return signed;
  const family = head.startsWith('PK\x03\x04')
    ? ZIPPED
    : head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
      ? OLD_OFFICE
      : isText(bytes)
        ? PLAIN
        : undefined;
  const mime = family?.get(extension);
  return mime === undefined ? undefined : type('document', mime, extension);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** A name that is nothing but a name: no folders, no marks of direction, and the ending that the file has a right to. */
export function safeName(name: string, { extension }: MediaType): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .replace(/\.+/g, '.');
  const given = extensionOf(last);
  const ending = given === 'jpeg' && extension === 'jpg' ? given : extension;
  return `${[...stem].slice(0, 80).join('') || 'file'}.${ending}`;
}
