import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import { Problem } from '../problems.ts';
import { type Access, checkKey, hasTicket, ticketOf } from './access.ts';
import { signInPage } from './sign-in-page.ts';
import type { WrongKeys } from './wrong-keys.ts';

/** What signing in by browser needs. */
export interface SignIn {
  readonly access: Access;
  readonly wrongKeys: WrongKeys;
  publicUrl(): string;
}

const TICKET_DAYS = 30;

/** `?key=` on any page, and the form that asks for the key. */
export function signIn(options: SignIn): Router {
  const router = Router();
  router.get(/^\/(?!api\/)/, (request, response, next) => {
    const { key } = request.query;
    if (typeof key !== 'string') return next();
    admit(options, request, response, key, withoutKey(request.originalUrl));
  });
  const form = urlencoded({ extended: false, limit: '10kb' });
  router.post('/sign-in', form, (request, response) => {
    const { key, to } = (request.body ?? {}) as { readonly [field: string]: unknown };
    admit(options, request, response, String(key ?? '').trim(), localPath(to));
  });
  return router;
}

/** Lets signed-in people see a page; others are asked for the key. */
export const requireTicket =
  ({ access }: SignIn): RequestHandler =>
  (request, response, next) => {
    if (hasTicket(access, request.headers)) return next();
    response.set('cache-control', 'no-store');
    // Browsers keep a strict cookie to themselves when a link of another site leads here; a reload brings it.
    if (request.get('sec-fetch-site') === 'cross-site')
      response.send('<!doctype html><meta http-equiv="refresh" content="0"><title>Sluice</title>');
    else response.status(401).send(signInPage({ to: request.originalUrl, accepts: languagesOf(request) }));
  };

function admit(options: SignIn, request: Request, response: Response, key: string, to: string): void {
  response.set('cache-control', 'no-store');
  try {
    checkKey(options.access, options.wrongKeys, key, request.ip ?? '');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    response
      .status(error.status)
      .send(signInPage({ to, accepts: languagesOf(request), refused: error.code }));
    return;
  }
  const { name, value } = ticketOf(options.access);
  response.cookie(name, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: options.publicUrl().startsWith('https:'),
    maxAge: TICKET_DAYS * 86_400_000,
  });
  response.redirect(303, to);
}

/** Whether a browser wants to show it, and not a program to read it. */
export const wantsPage = (request: Request): boolean => (request.get('accept') ?? '').includes('text/html');

function withoutKey(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://here');
  searchParams.delete('key');
  return localPath(`${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
}

/** A path of this server: never a way to another one. */
function localPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}

const languagesOf = (request: Request): string => request.get('accept-language') ?? '';
