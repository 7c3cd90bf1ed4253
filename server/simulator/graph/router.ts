import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, Router } from 'express';
import multer from 'multer';
import type { Core } from '../core.ts';
import type { Json } from '../model.ts';
import { accountOf, checkProof, numberOf, tokenOf } from './access.ts';
import { answerRefusal } from './answer-refusal.ts';
import { refusals } from './graph-error.ts';
import { markRead } from './mark-read.ts';
import { lookUp, upload } from './media.ts';
import { isObject } from './messages/demand.ts';
import { unwrapped } from './messages/outgoing.ts';
import { phoneNumber } from './phone-number.ts';
import { sendMessage } from './send-message.ts';
import { subscribe, subscribedApps } from './subscribed-apps.ts';

/** Graph's side of the wire, as far as a business that sends and receives messages needs it. */
export function graphRouter(core: Core): Router {
  const router = Router();
  const file = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: core.maxUploadBytes, files: 1, fields: 20, fieldSize: 10_000 },
  }).single('file');
  router.use(withoutVersion);
  router.use(express.json({ limit: '1mb' }));
  router.post('/:id/messages', form, (request, response) => messages(core, request, response));
  router.post('/:id/media', checkAccess(core), file, async (request, response) => {
    response.json(await upload(core, numberOf(core, request), bodyOf(request), request.file));
  });
  router.get('/:id/phone_numbers', (request, response) => {
    const data = accountOf(core, request).map((number) => phoneNumber(number, request.query['fields']));
    response.json({ data, paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } } });
  });
  router.get('/:id/message_templates', (request, response) => {
    const data = accountOf(core, request).flatMap((number) => number.templates ?? []);
    response.json({
      data: data.map((template, index) => ({ id: String(index + 1), status: 'APPROVED', ...template })),
    });
  });
  router.get('/:id/subscribed_apps', (request, response) => {
    response.json(subscribedApps(accountOf(core, request)));
  });
  router.post('/:id/subscribed_apps', form, async (request, response) => {
    response.json(await subscribe(core, accountOf(core, request), bodyOf(request)));
  });
  router.get('/:id', async (request, response) => {
    response.json(await object(core, request));
  });
  router.delete('/:id', async (request, response) => {
    const { info } = await mediaOf(core, request);
    await core.store.removeMedia(info.id);
    response.json({ success: true });
  });
  router.use((request) => {
    throw refusals.unknownPath(request.path);
  });
  router.use(answerRefusal(core.log));
  return router;
}

/** Graph takes form fields as well as JSON. */
const form = express.urlencoded({ extended: false, limit: '1mb' });

/** `/v25.0/1/messages` and `/1/messages` are the same; without a version Graph takes the app's own. */
function withoutVersion(request: Request, _response: Response, next: () => void): void {
  request.url = request.url.replace(/^\/v\d+\.\d+(?=\/)/, '');
  next();
}

const checkAccess = (core: Core) => (request: Request, _response: Response, next: () => void) => {
  numberOf(core, request);
  next();
};

async function messages(core: Core, request: Request, response: Response): Promise<void> {
  const number = numberOf(core, request);
  const { latencyMs, refuse, loseAnswers } = core.knobs();
  if (latencyMs > 0) await sleep(latencyMs);
  const body = bodyOf(request);
  if (body['status'] !== undefined) {
    response.json(await markRead(core, number, body));
    return;
  }
  if (refuse && refuse.times > 0) {
    core.turn({ ...core.knobs(), refuse: refuse.times > 1 ? { ...refuse, times: refuse.times - 1 } : null });
    throw refusals.of(refuse.code, 'A knob of the virtual WhatsApp asked for this.');
  }
  const answer = await sendMessage(core, number, body);
  if (loseAnswers === 0) {
    // Without Express's ETag, which nobody asks for after a POST.
    response.setHeader('content-type', 'application/json; charset=UTF-8');
    response.end(JSON.stringify(answer));
    return;
  }
  core.turn({ ...core.knobs(), loseAnswers: loseAnswers - 1 });
  request.socket.destroy();
}

async function object(core: Core, request: Request): Promise<Json> {
  const token = tokenOf(core, request);
  const number = core.world.numbers.get(String(request.params['id']));
  if (number?.token === token) {
    checkProof(request, number);
    return phoneNumber(number, request.query['fields']);
  }
  const { info, number: owner } = await mediaOf(core, request);
  const asked = request.query['phone_number_id'];
  if (asked !== undefined && asked !== owner.phoneNumberId) throw refusals.unknownObject(info.id, 'GET');
  // "{mount}/graph" is where this router hangs; downloads live beside it.
  const base = `${request.protocol}://${request.get('host')}${request.baseUrl.replace(/\/graph$/, '')}`;
  return lookUp(core, owner, info, base);
}

async function mediaOf(core: Core, request: Request) {
  const token = tokenOf(core, request);
  const id = String(request.params['id']);
  const info = await core.store.media(id);
  const number = core.world.numbers.get(info?.phoneNumberId ?? '');
  if (!info || number?.token !== token) throw refusals.unknownObject(id, request.method);
  return { info, number };
}

function bodyOf(request: Request): Json {
  const body: unknown = request.body ?? {};
  if (!isObject(body)) throw refusals.shape('The body must be a JSON object.');
  return unwrapped(body);
}
