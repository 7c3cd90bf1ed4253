import express, { type Request, type RequestHandler, Router } from 'express';
import { problems } from '../problems.ts';
import type { ApiDeps } from './deps.ts';
import type { Call, Route } from './route.ts';
import { routes } from './routes.ts';
import { checkBody, checkQuery } from './validate.ts';

const MOST_BYTES = '5mb';
/** WhatsApp takes documents of up to 100 MB. */
const MOST_FILE_BYTES = '101mb';

/** Every route of the API, behind its checks. */
export function api(deps: ApiDeps): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  for (const route of routes) {
    router[route.method](route.path, reader(route), serve(deps, route));
  }
  router.use((request) => {
    throw problems.noSuchPath(request.originalUrl);
  });
  return router;
}

const all = { type: () => true };

function reader({ body }: Route): RequestHandler {
  if (body === 'bytes') return express.raw({ ...all, limit: MOST_FILE_BYTES });
  return body === 'text'
    ? express.text({ ...all, limit: MOST_BYTES })
    : express.json({ ...all, limit: MOST_BYTES });
}

function serve(deps: ApiDeps, route: Route): RequestHandler {
  const checks = {
    query: checkQuery(route.query ?? { type: 'object', properties: {}, additionalProperties: false }),
    body: typeof route.body === 'object' ? checkBody(route.body) : undefined,
  };
  return async (request, response) => {
    const query: object = { ...request.query };
    checks.query(query);
    checks.body?.(request.body);
    // Checked against the schemas that their types are inferred from.
    const call = callOf(deps, request, query) as Call<never, never>;
    const answer = await route.handle(call);
    if (route.answer === undefined) response.status(204).end();
    else response.status(route.status ?? 200).json(answer);
  };
}

const callOf = (deps: ApiDeps, request: Request, query: object): Call<object, unknown> => ({
  deps,
  param: (name) => String(request.params[name] ?? ''),
  query,
  body: request.body,
});
