import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { whatsappWebhook } from '../channels/whatsapp/webhook.ts';
import { problems } from '../problems.ts';
import { gate, requires } from './access/gate.ts';
import { api } from './api.ts';
import type { ApiDeps, Mount } from './deps.ts';
import { answerProblem } from './http/answer-problem.ts';
import { safeHeaders } from './http/headers.ts';
import { health } from './http/health.ts';
import { mediaFiles } from './http/media-files.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { assets, pages } from './http/pages.ts';
import { heedNotices } from './numbers/heed-notices.ts';
import { openApi } from './openapi/openapi.ts';
import type { Permission } from './permissions.ts';
import { signIn } from './sign-in/sign-in.ts';

/** Everything the server answers over HTTP. */
export function createApp(deps: ApiDeps): Express {
  const { access, log, publicUrl } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  const metrics = createMetrics(deps);
  const who = gate(access);

  app.use(leaveToLive);
  app.use('/webhooks/whatsapp', webhook(deps, metrics));
  app.use(safeHeaders());
  for (const mount of deps.mounts) app.use(mount.path, ...gatesOf(mount, who), mount.router);
  app.use(health(deps, metrics, [who, requires('metrics.read')]));
  app.get('/api/openapi.json', compression(), (_request, response) => {
    response.json(openApi(deps.version, publicUrl()));
  });
  app.use('/media', mediaFiles(deps));
  app.use('/api/v1', who, compression(), api(deps));
  app.use('/assets', assets(deps.editorFolder));
  app.use(who, signIn(deps));
  app.use(pages(deps.editorFolder));
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

const webhook = (deps: ApiDeps, metrics: Metrics) => {
  const {
    webhook: { verifyToken, secrets },
    workspace,
    intake,
    log,
  } = deps;
  return whatsappWebhook({
    verifyTokens: () => [verifyToken],
    secrets: () => [...new Set([...secrets(), ...workspace.numbers().map(({ appSecret }) => appSecret)])],
    accept: async (delivery) => {
      await intake.accept(delivery);
      if (delivery.notices.length > 0) await heedNotices(deps, delivery.notices);
    },
    onRefused: (code, error) => {
      metrics.refused(code);
      if (error) log.warn({ code, error }, 'a webhook could not be taken');
    },
  });
};

/** Which parts of a mount need a sign-in. Paths that are not plainly open are not open. */
const gatesOf = ({ open, needs = NO_MORE }: Mount, who: RequestHandler): readonly RequestHandler[] =>
  [who, requires(needs)].map(
    (gate): RequestHandler =>
      (request, response, next) =>
        isOpen(open, request.path) ? next() : gate(request, response, next),
  );

const isOpen = (open: Mount['open'], path: string): boolean =>
  typeof open === 'boolean'
    ? open
    : // The page at the top of a mount is one of ours, and asks by itself who is there.
      path === '/' || open.some((part) => path.startsWith(`${part}/`));

/** A sign-in will do. */
const NO_MORE: readonly Permission[] = ['workspace.read'];
