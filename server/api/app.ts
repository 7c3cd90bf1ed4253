import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { whatsappWebhook } from '../channels/whatsapp/webhook.ts';
import { problems } from '../problems.ts';
import { requireAccess } from './access.ts';
import { answerProblem } from './answer-problem.ts';
import { api } from './api.ts';
import type { ApiDeps, Mount } from './deps.ts';
import { safeHeaders } from './headers.ts';
import { health } from './health.ts';
import { mediaFiles } from './media-files.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { pages } from './pages.ts';
import { requireTicket, signIn } from './sign-in.ts';
import { createWrongKeys } from './wrong-keys.ts';

/** Everything the server answers over HTTP. */
export function createApp(deps: ApiDeps): Express {
  const { access, log, clock, publicUrl } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  const metrics = createMetrics(deps);
  const wrongKeys = createWrongKeys(clock);
  const gate = requireAccess(access, wrongKeys);
  const browsers = { access, wrongKeys, publicUrl };

  app.use(leaveToLive);
  app.use('/webhooks/whatsapp', webhook(deps, metrics));
  app.use(safeHeaders());
  for (const mount of deps.mounts) app.use(mount.path, gateOf(mount, gate), mount.router);
  app.use(health(deps, metrics, gate));
  app.use(signIn(browsers));
  app.get('/api/openapi.json', compression(), (_request, response) => {
    response.json(openApi(deps.version, publicUrl()));
  });
  app.use('/media', mediaFiles(deps));
  app.use('/api/v1', gate, compression(), api(deps));
  app.use(pages(deps.editorFolder, requireTicket(browsers)));
  app.use((request) => {
    throw problems.noSuchPath(request.path);
  });
  app.use(answerProblem(log));
  return app;
}

/** Socket.IO answers its own requests, whichever of us hears of them first. */
const leaveToLive: RequestHandler = ({ path, query }, _response, next) => {
  if (path !== '/live/' || query['EIO'] === undefined) next();
};

const webhook = ({ webhook: { verifyToken, secrets }, workspace, intake, log }: ApiDeps, metrics: Metrics) =>
  whatsappWebhook({
    verifyTokens: () => [verifyToken],
    secrets: () => [...new Set([...secrets(), ...workspace.numbers().map(({ appSecret }) => appSecret)])],
    accept: (delivery) => intake.accept(delivery),
    onRefused: (code, error) => {
      metrics.refused(code);
      if (error) log.warn({ code, error }, 'a webhook could not be taken');
    },
  });

/** Which parts of a mount need a sign-in. Paths that are not plainly open are not open. */
const gateOf =
  ({ open }: Mount, gate: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const isOpen =
      typeof open === 'boolean'
        ? open
        : // The page at the top of a mount is one of ours, and asks for the key by itself.
          request.path === '/' || open.some((part) => request.path.startsWith(`${part}/`));
    if (isOpen) next();
    else gate(request, response, next);
  };
