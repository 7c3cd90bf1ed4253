import type { Response } from 'express';
import type { Conversation, Core } from '../core.ts';
import { keepMedia } from '../keep-media.ts';
import type { Json } from '../model.ts';
import { problems } from '../problem.ts';
import type { Written } from './write.ts';

/** A file as it came in a multipart body. */
interface Upload {
  readonly mimetype: string;
  readonly originalname: string;
  readonly buffer: Buffer;
}

const KINDS: readonly (readonly [types: RegExp, kind: string])[] = [
  [/^image\/(jpeg|png)$/, 'image'],
  [/^video\/(mp4|3gpp)$/, 'video'],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 'audio'],
];

/** Keeps a file a person sends and says how WhatsApp tells about it. Problem `simulator.invalid`. */
export async function readFile(
  core: Core,
  { number }: Conversation,
  body: Json,
  file: Upload | undefined,
): Promise<Written> {
  if (!file || file.buffer.length === 0) throw problems.invalid('There is no file in the body.');
  const type = KINDS.find(([types]) => types.test(file.mimetype))?.[1] ?? 'document';
  const filename = nameOf(file);
  const info = await keepMedia(core, number, { mimeType: file.mimetype, filename }, file.buffer);
  const { caption } = body;
  const hasCaption = type !== 'audio' && typeof caption === 'string' && caption !== '';
  return {
    type,
    content: {
      id: info.id,
      mime_type: info.mimeType,
      // In webhooks the digest is base64; in `GET /{media}` it is hex.
      sha256: Buffer.from(info.sha256, 'hex').toString('base64'),
      ...(type === 'document' ? { filename } : {}),
      ...(type === 'audio' ? { voice: false } : {}),
      ...(hasCaption ? { caption: caption.slice(0, 1024) } : {}),
    },
  };
}

/** Shows a kept file to the page. Only what a browser cannot run opens in place. Problem `simulator.unknown-media`. */
export async function showFile(core: Core, id: string, response: Response): Promise<void> {
  const info = await core.store.media(id);
  const bytes = info && (await core.store.mediaBytes(id));
  if (!bytes) throw problems.unknownMedia();
  const isHarmless = /^(image\/(jpeg|png|webp|gif)|audio\/|video\/)/.test(info.mimeType);
  response.set({
    'content-type': isHarmless ? info.mimeType : 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, max-age=86400, immutable',
  });
  if (!isHarmless) response.attachment(info.filename ?? 'file');
  response.send(bytes);
}

/** Multipart names arrive as Latin-1; browsers mean UTF-8. */
function nameOf(file: Upload): string {
  const bytes = Buffer.from(file.originalname, 'latin1');
  const isBytes = [...file.originalname].every((letter) => letter.charCodeAt(0) < 256);
  const name = isBytes ? bytes.toString('utf8') : file.originalname;
  return (name.includes('\ufffd') ? file.originalname : name).slice(0, 240);
}
