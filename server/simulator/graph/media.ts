import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '../core.ts';
import { keepMedia } from '../keep-media.ts';
import type { BusinessNumber, Json, MediaInfo } from '../model.ts';
import { refusals } from './graph-error.ts';
import { limitOf } from './media-kinds.ts';

/** Meta's download addresses live five minutes. */
const URL_LIVES_MS = 5 * 60_000;

/** A file as it came in a multipart body. */
export interface Upload {
  readonly mimetype: string;
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** `POST /{phone}/media`. Graph errors 100 (no file), 131053 (a type or size WhatsApp does not take). */
export async function upload(
  core: Core,
  number: BusinessNumber,
  body: Json,
  file: Upload | undefined,
): Promise<Json> {
  if (body['messaging_product'] !== 'whatsapp')
    throw refusals.shape("The parameter messaging_product is required and must be 'whatsapp'.");
  if (!file) throw refusals.shape('The parameter file is required.');
  const type = typeof body['type'] === 'string' && body['type'].includes('/') ? body['type'] : file.mimetype;
  const limit = limitOf(type);
  if (limit === undefined) throw refusals.of(131053, `Unsupported media type ${type.slice(0, 100)}.`);
  if (file.buffer.length > limit)
    throw refusals.of(131053, `A file of type ${type} may have ${limit} bytes, not ${file.buffer.length}.`);
  const info = await keepMedia(core, number, { mimeType: type, filename: file.originalname }, file.buffer);
  return { id: info.id };
}

/** `GET /{media}`: where to fetch it for the next five minutes. `base` is the address of this simulator. */
export function lookUp(core: Core, number: BusinessNumber, info: MediaInfo, base: string): Json {
  const expires = core.clock() + URL_LIVES_MS;
  const hash = seal(number, info.id, expires).toString('base64url');
  return {
    messaging_product: 'whatsapp',
    url: `${base}/lookaside/whatsapp_business/attachments/?mid=${info.id}&ext=${expires}&hash=${hash}`,
    mime_type: info.mimeType,
    sha256: info.sha256,
    file_size: String(info.size),
    id: info.id,
  };
}

/** Whether a download address was given out for this file and is still alive. */
export function isFresh(core: Core, number: BusinessNumber, query: Json): boolean {
  const expires = Number(query['ext']);
  const given = Buffer.from(String(query['hash']), 'base64url');
  const wanted = seal(number, String(query['mid']), expires);
  return expires > core.clock() && given.length === wanted.length && timingSafeEqual(given, wanted);
}

const seal = (number: BusinessNumber, id: string, expires: number): Buffer =>
  createHmac('sha256', number.appSecret).update(`${id}:${expires}`).digest();
