import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import multer from 'multer';
import type { Conversation, Core, Log } from '../core.ts';
import { isObject } from '../graph/messages/demand.ts';
import { turned } from '../knobs.ts';
import type { Json } from '../model.ts';
import { Problem, problems } from '../problem.ts';
import type { EventLines } from './events.ts';
import { readFile, showFile } from './files.ts';
import { putPhone, readPhone, shownNumber } from './people.ts';
import { readAll } from './read-receipts.ts';
import { envelopeOf, readWritten } from './reading.ts';
import { write } from './write.ts';

const CHAT = '/phones/:phone/chats/:number';

/** The simulator's own API: what the phone page needs, and the knobs. */
export function phoneRouter(core: Core, lines: EventLines): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  lists(router, core);
  chats(router, core);
  router.get('/events', (request, response) => {
    const id = String(request.query['phone']);
    if (!core.world.phones.has(id)) throw problems.unknownPhone(id);
    lines.open(request, response, id);
  });
  router.get('/media/:id', (request, response) => showFile(core, request.params.id, response));
  router.get('/knobs', (_request, response) => void response.json(core.knobs()));
  router.post('/knobs', (request, response) => {
    core.turn(turned(core.knobs(), bodyOf(request)));
    response.json(core.knobs());
  });
  router.use((request) => {
    throw problems.unknownPath(request.path);
  });
  router.use(answerProblem(core.log));
  return router;
}

function lists(router: Router, core: Core): void {
  router.get('/numbers', (_request, response) => {
    response.json({ numbers: [...core.world.numbers.values()].map(shownNumber) });
  });
  router.get('/phones', (_request, response) => {
    response.json({ phones: [...core.world.phones.values()].slice(0, 200) });
  });
  router.post('/phones', async (request, response) => {
    response.status(201).json(await putPhone(core, readPhone(bodyOf(request))));
  });
}

function chats(router: Router, core: Core): void {
  const file = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: core.maxUploadBytes, files: 1, fields: 20, fieldSize: 10_000 },
  }).single('file');
  router.get(`${CHAT}/messages`, async (request, response) => {
    const { chat } = conversationOf(core, request);
    const before = Number(request.query['before'] ?? Number.MAX_SAFE_INTEGER);
    const limit = Math.min(Number(request.query['limit'] ?? 50), 200);
    if (!(before > 0 && limit > 0)) throw problems.invalid('before and limit must be numbers above zero.');
    response.json({ messages: await core.store.history(chat.id, before, Math.floor(limit)) });
  });
  router.post(`${CHAT}/messages`, async (request, response) => {
    const conversation = conversationOf(core, request);
    const written = await readWritten(core, conversation, bodyOf(request));
    response.status(201).json(await write(core, conversation, written));
  });
  router.post(`${CHAT}/files`, file, async (request, response) => {
    const conversation = conversationOf(core, request);
    const body = bodyOf(request);
    const about = { ...body, context: body['context'] ? { message_id: body['context'] } : undefined };
    const envelope = await envelopeOf(core, conversation, about);
    const written = await readFile(core, conversation, body, request.file);
    response.status(201).json(await write(core, conversation, { ...written, ...envelope }));
  });
  router.post(`${CHAT}/read`, async (request, response) => {
    response.json({ read: await readAll(core, conversationOf(core, request)) });
  });
}

function conversationOf(core: Core, request: Request): Conversation {
  const phone = core.world.phones.get(String(request.params['phone']));
  if (!phone) throw problems.unknownPhone(String(request.params['phone']).slice(0, 60));
  const number = core.world.numbers.get(String(request.params['number']));
  if (!number) throw problems.unknownNumber(String(request.params['number']).slice(0, 60));
  return { phone, number, chat: core.world.chat(number.phoneNumberId, phone.id) };
}

function bodyOf(request: Request): Json {
  const body: unknown = request.body ?? {};
  if (!isObject(body)) throw problems.invalid('The body must be a JSON object.');
  return body;
}

function answerProblem(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemFor(error);
    if (!problem) log.error({ err: error, path: request.path }, 'The virtual WhatsApp failed.');
    const { status = 500, code = 'simulator.broken' } = problem ?? {};
    const title = problem?.message ?? 'Something went wrong inside the virtual WhatsApp.';
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    response
      .status(status)
      .type('application/problem+json')
      .json({ type: 'about:blank', title, status, code });
  };
}

function problemFor(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return undefined;
  const { status } = error as Error & { readonly status?: unknown };
  if (status === 413 || (error.name === 'MulterError' && error.message === 'File too large'))
    return problems.tooLarge();
  if (error.name === 'MulterError' || /multipart|boundary|unexpected end of form/i.test(error.message))
    return problems.invalid(`The upload cannot be read: ${error.message.slice(0, 200)}`);
  return typeof status === 'number' && status >= 400 && status < 500 ? problems.unreadable() : undefined;
}
