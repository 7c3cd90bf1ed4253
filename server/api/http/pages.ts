import { join } from 'node:path';
import compression from 'compression';
import { type Response, Router, static as serveFiles } from 'express';
import { problems } from '../../problems.ts';
import { requirePage, wantsPage } from '../sign-in/sign-in.ts';

/** Scripts and styles of the built pages, open to all. */
export function assets(folder: string): Router {
  const router = Router();
  router.use(compression());
  // Their names hold a hash of what is in them.
  const forEver = { index: false, immutable: true, maxAge: '1y' } as const;
  router.use(serveFiles(join(folder, 'assets'), forEver));
  return router;
}

/** The built pages, for who is signed in. */
export function pages(folder: string): Router {
  const router = Router();
  router.use(compression());
  router.get('/simulator', requirePage(PHONE_NEEDS), (_request, response, next) => {
    sendPage(response, join(folder, 'phone'), next);
  });
  const gate = requirePage(['workspace.read']);
  router.get(/^\/(?!api(?!\/docs$)(\/|$)|assets\/|webhooks\/|simulator\/)/, (request, response, next) => {
    if (request.path !== '/' && !wantsPage(request)) return next();
    gate(request, response, () => sendPage(response, folder, next));
  });
  return router;
}

/** Whoever answers customers or tries flows out may play a customer. */
export const PHONE_NEEDS = ['flows.rehearse', 'conversations.answer'] as const;

function sendPage(response: Response, folder: string, next: (error?: unknown) => void): void {
  response.set('cache-control', 'no-cache');
  response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
    if (!error || response.headersSent) return;
    next('code' in error && error.code === 'ENOENT' ? problems.pagesNotBuilt() : error);
  });
}
