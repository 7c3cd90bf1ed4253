import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { problems } from '../problems.ts';
import type { WrongKeys } from './wrong-keys.ts';

/** Who may come in: whoever holds the one admin key of the installation. */
export interface Access {
  readonly key: string;
}

/** What a browser keeps instead of the key: it opens this server, and tells nothing about the key. */
export function ticketOf({ key }: Access): { readonly name: string; readonly value: string } {
  const derive = (what: string) => createHmac('sha256', key).update(`sluice ${what}`).digest('base64url');
  // Browsers share cookies between ports: two servers on one machine must not sign each other out.
  return { name: `sluice-${derive('name').slice(0, 8)}`, value: derive('ticket') };
}

/** Whether a request carries the cookie of somebody who signed in. */
export function hasTicket(access: Access, { cookie = '' }: IncomingHttpHeaders): boolean {
  const { name, value } = ticketOf(access);
  return cookie.split(';').some((pair) => {
    const [key, ...rest] = pair.trim().split('=');
    return key === name && isSame(rest.join('='), value);
  });
}

/** Compares in constant time, and without telling the length. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return expected !== '' && timingSafeEqual(digest(given), digest(expected));
}

/** Lets through who carries the key or the cookie; refuses others with a problem. */
export const requireAccess =
  (access: Access, wrongKeys: WrongKeys): RequestHandler =>
  (request, _response, next) => {
    const given = bearerOf(request);
    if (given !== undefined) {
      checkKey(access, wrongKeys, given, request.ip ?? '');
      return next();
    }
    if (!hasTicket(access, request.headers)) throw problems.notSignedIn();
    if (!isReading(request) && !isOwnPage(request.headers)) throw problems.otherOrigin();
    next();
  };

/** Throws a problem unless the key is right; who guesses too often is not listened to for a while. */
export function checkKey(access: Access, wrongKeys: WrongKeys, given: string, from: string): void {
  if (wrongKeys.tooMany(from)) throw problems.tooManyWrongKeys();
  if (isSame(given, access.key)) return;
  wrongKeys.count(from);
  throw problems.wrongKey();
}

const bearerOf = (request: Request): string | undefined =>
  /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** Whether a page of this server asks, as far as the browser says. Programs say nothing, and have no cookies of others. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers.host);
}
