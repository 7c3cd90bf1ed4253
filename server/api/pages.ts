import { join } from 'node:path';
import compression from 'compression';
import { type RequestHandler, type Response, Router, static as serveFiles } from 'express';
import { problems } from '../problems.ts';
import { wantsPage } from './sign-in.ts';

/** The built pages. Their scripts and styles are open to all; the pages themselves need a sign-in. */
export function pages(folder: string, gate: RequestHandler): Router {
  const router = Router();
  router.use(compression());
  // Their names hold a hash of what is in them.
  const forEver = { index: false, immutable: true, maxAge: '1y' } as const;
  router.use('/assets', serveFiles(join(folder, 'assets'), forEver));
  router.get('/simulator', gate, (_request, response, next) => {
    sendPage(response, join(folder, 'phone'), next);
  });
  router.get(/^\/(?!api(?!\/docs$)(\/|$)|assets\/|webhooks\/|simulator\/)/, (request, response, next) => {
    if (request.path !== '/' && !wantsPage(request)) return next();
    gate(request, response, () => sendPage(response, folder, next));
  });
  return router;
}

function sendPage(response: Response, folder: string, next: (error?: unknown) => void): void {
  response.set('cache-control', 'no-cache');
  response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
    if (!error || response.headersSent) return;
    next('code' in error && error.code === 'ENOENT' ? problems.pagesNotBuilt() : error);
  });
}
