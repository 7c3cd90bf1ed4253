import { createHash } from 'node:crypto';
import type { Core } from './core.ts';
import { newMediaId } from './ids.ts';
import type { BusinessNumber, MediaInfo } from './model.ts';

/** Stores a file for a number and says how it is known from now on. */
export async function keepMedia(
  core: Core,
  number: BusinessNumber,
  about: { readonly mimeType: string; readonly filename?: string },
  bytes: Buffer,
): Promise<MediaInfo> {
  const info: MediaInfo = {
    id: newMediaId(),
    phoneNumberId: number.phoneNumberId,
    mimeType: about.mimeType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(about.filename ? { filename: about.filename.slice(0, 240) } : {}),
    createdAt: core.clock(),
  };
  await core.store.saveMedia(info, bytes);
  return info;
}
