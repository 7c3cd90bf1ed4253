import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { problems } from '../problems.ts';
import { browserOf } from './access/cookie.ts';
import { refuseUnless, requires, whoOf } from './access/gate.ts';
import { doerOf } from './access/identity.ts';
import type { ApiDeps } from './deps.ts';
import type { Call, Route } from './route.ts';
import { routes } from './routes.ts';
import { checkBody, checkQuery } from './validate.ts';

/** A flow file may have 6 MB; a body that holds one has quotes around it, and escapes in it. */
const MOST_BYTES = { text: '6mb', json: '8mb' };
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
    router[route.method](route.path, requires(route.needs), reader(route), serve(deps, route));
  }
  router.use((request, response) => {
    refuseUnless(whoOf(response), 'self.edit');
    throw problems.noSuchPath(request.originalUrl);
  });
  return router;
}

const all = { type: () => true };

function reader({ body }: Route): RequestHandler {
  if (body === 'bytes') return express.raw({ ...all, limit: MOST_FILE_BYTES });
  return body === 'text'
    ? express.text({ ...all, limit: MOST_BYTES.text })
    : express.json({ ...all, limit: MOST_BYTES.json });
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
    const call = callOf(deps, request, response, query) as Call<never, never>;
    const answer = await route.handle(call);
    if (route.answer === undefined) response.status(204).end();
    else response.status(route.status ?? 200).json(answer);
  };
}

const callOf = (
  deps: ApiDeps,
  request: Request,
  response: Response,
  query: object,
): Call<object, unknown> => ({
  deps,
  who: whoOf(response),
  by: doerOf(whoOf(response)),
  browser: browserOf(deps, request, response),
  param: (name) => String(request.params[name] ?? ''),
  query,
  body: request.body,
});
