import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import { Problem } from '../../problems.ts';
import { browserOf } from '../access/cookie.ts';
import { isAllowed, whoOf } from '../access/gate.ts';
import { signInWith } from '../access/sign-in-with.ts';
import type { ApiDeps } from '../deps.ts';
import type { Permission } from '../permissions.ts';
import { languageOf, localPath, pathTo, withoutKey } from './sign-in-address.ts';
import { notAllowedPage, signInPage } from './sign-in-page.ts';

/** What signing in by browser needs. */
export type SignInDeps = Pick<ApiDeps, 'access' | 'store' | 'publicUrl'>;

/** `?key=` on any page, and the page that asks for email and password. Stands behind the gate. */
export function signIn(deps: SignInDeps): Router {
  const router = Router();
  router.get(/^\/(?!api\/)/, async (request, response, next) => {
    const { key } = request.query;
    if (typeof key !== 'string') return next();
    await admit(deps, request, response, { key, to: withoutKey(request.originalUrl) });
  });
  router.get('/sign-in', async (request, response) => {
    const to = localPath(request.query['to']);
    if (whoOf(response).kind !== 'nobody') return response.redirect(303, to);
    await ask(deps, request, response, { to });
  });
  const form = urlencoded({ extended: false, limit: '10kb' });
  router.post('/sign-in', form, async (request, response) => {
    const given = (request.body ?? {}) as { readonly [field: string]: unknown };
    const text = (field: string): string => (typeof given[field] === 'string' ? given[field] : '');
    const to = localPath(given['to']);
    if (given['key'] !== undefined) await admit(deps, request, response, { key: text('key').trim(), to });
    else await admit(deps, request, response, { email: text('email'), password: text('password'), to });
  });
  return router;
}

/** Shows pages to people who signed in and may see them; leads others to where they sign in. */
export const requirePage =
  (needs: readonly Permission[]): RequestHandler =>
  (request, response, next) => {
    const who = whoOf(response);
    if (who.kind !== 'nobody' && isAllowed(who, needs)) return next();
    response.set('cache-control', 'no-store');
    if (who.kind !== 'nobody') response.status(403).send(notAllowedPage(languageOf(request)));
    // Browsers keep a strict cookie to themselves when a link of another site leads here; a reload brings it.
    else if (request.get('sec-fetch-site') === 'cross-site')
      response.send('<!doctype html><meta http-equiv="refresh" content="0"><title>Sluice</title>');
    else response.redirect(303, pathTo('/sign-in', { to: request.originalUrl }));
  };

type Wish = { readonly to: string } & (
  | { readonly key: string }
  | { readonly email: string; readonly password: string }
);

async function admit(deps: SignInDeps, request: Request, response: Response, wish: Wish): Promise<void> {
  response.set('cache-control', 'no-store');
  const browser = browserOf(deps, request, response);
  const who = whoOf(response);
  const before = who.kind === 'nobody' ? undefined : who.signIn;
  try {
    if ('key' in wish) {
      await deps.access.checkKey(wish.key, browser.from);
      // The printed address may be opened every day: that is one sign-in.
      if (who.kind === 'key' && before) return response.redirect(303, wish.to);
      browser.keep(await deps.access.browsers.begin(undefined, browser.userAgent));
    } else browser.keep(await signInWith(deps, { ...wish, ...browser }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const email = 'email' in wish ? { email: wish.email } : {};
    return ask(deps, request, response, { to: wish.to, refused: error, ...email });
  }
  if (before) await deps.access.browsers.end(before);
  response.redirect(303, wish.to);
}

interface Asking {
  readonly to: string;
  readonly refused?: Problem;
  readonly email?: string;
}

async function ask(
  { store }: SignInDeps,
  request: Request,
  response: Response,
  { refused, ...asking }: Asking,
): Promise<void> {
  response.set('cache-control', 'no-store').status(refused?.status ?? 200);
  if (refused?.retryAfterSeconds) response.set('retry-after', String(refused.retryAfterSeconds));
  response.send(
    signInPage({
      ...asking,
      language: languageOf(request),
      hasUsers: await store.users.any(),
      ...(refused && { refused: refused.code }),
    }),
  );
}

/** Whether a browser wants to show it, and not a program to read it. */
export const wantsPage = (request: Request): boolean => (request.get('accept') ?? '').includes('text/html');
