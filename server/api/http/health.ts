import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestHandler, Router } from 'express';
import { problems } from '../../problems.ts';
import type { ApiDeps } from '../deps.ts';
import { isLocal, type Metrics } from './metrics.ts';

const READY_WITHIN_MS = 2_000;

/** What those who watch over the server ask: is it up, is it ready, how is it doing. */
export function health(
  { store, version }: Pick<ApiDeps, 'store' | 'version'>,
  metrics: Metrics,
  gates: readonly RequestHandler[],
): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up', version });
  });
  router.get('/readyz', async (_request, response) => {
    const answered = store.workspace.revision().then(
      () => true,
      () => false,
    );
    const isReady = await Promise.race([answered, sleep(READY_WITHIN_MS, false, { ref: false })]);
    if (!isReady) throw problems.storeAway();
    response.json({ status: 'ready' });
  });
  const unlessLocal = gates.map(
    (gate): RequestHandler =>
      (request, response, next) =>
        isLocal(request) ? next() : gate(request, response, next),
  );
  router.get('/metrics', ...unlessLocal, async (_request, response) => {
    const { type, text } = await metrics.read();
    response.type(type).send(text);
  });
  return router;
}
