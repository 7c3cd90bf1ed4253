import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { problems } from '../../problems.ts';
import type { ApiDeps } from '../deps.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Hands out the files that flows send, to whoever knows their address: WhatsApp has no key of ours. Their type is what
 * we found them to be, and no browser takes one for a page of this server.
 */
export function mediaFiles({ store }: Pick<ApiDeps, 'store'>): Router {
  const router = Router();
  router.get('/:id{/:name}', async (request, response) => {
    const { id } = request.params;
    const file = /^[\w-]{8,64}$/.test(id) ? await store.media.get(id) : undefined;
    if (!file) throw problems.noSuchPath(request.originalUrl);
    const shown = file.kind === 'document' ? 'attachment' : 'inline';
    response.set({
      'content-type': file.mime === 'text/plain' ? 'text/plain; charset=utf-8' : file.mime,
      'content-length': String(file.size),
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeHex)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': A_YEAR,
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await pipeline(Readable.from(store.media.read(id, file.size)), response);
  });
  return router;
}

const escapeHex = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
