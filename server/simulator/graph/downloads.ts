import { Router } from 'express';
import type { Core } from '../core.ts';
import type { Json } from '../model.ts';
import { tokenOf } from './access.ts';
import { answerRefusal } from './answer-refusal.ts';
import { refusals } from './graph-error.ts';
import { isFresh } from './media.ts';

/** Where `GET /{media}` sends a business to fetch the bytes: with the same token, for five minutes, then 404. */
export function downloads(core: Core): Router {
  const router = Router();
  router.get('/whatsapp_business/attachments', async (request, response) => {
    const token = tokenOf(core, request);
    const query: Json = request.query;
    const info = await core.store.media(String(query['mid']));
    const number = core.world.numbers.get(info?.phoneNumberId ?? '');
    const isAlive = info && number?.token === token && isFresh(core, number, query);
    const bytes = isAlive ? await core.store.mediaBytes(info.id) : undefined;
    if (!(info && bytes)) {
      response.status(404).type('text/plain').send('URL signature expired');
      return;
    }
    response.set({ 'content-type': info.mimeType, 'x-content-type-options': 'nosniff' });
    response.set('content-disposition', 'attachment');
    response.send(bytes);
  });
  router.use((request) => {
    throw refusals.unknownPath(request.path);
  });
  router.use(answerRefusal(core.log));
  return router;
}
