import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { problems } from '../../problems.ts';
import type { Store } from '../../store/store.ts';
import { type Identity, NOBODY } from './identity.ts';
import { createLimits, type Limits } from './limits.ts';
import { type Browsers, createBrowsers } from './sign-ins.ts';

/** Knows who asks. */
export interface Access {
  /** The admin key of the installation. */
  readonly key: string;
  /** The name of this installation's cookie. */
  readonly cookie: string;
  readonly browsers: Browsers;
  readonly limits: Limits;
  /** Whoever carries the key or a browser's sign-in. Throws a problem for a wrong key. */
  who(headers: IncomingHttpHeaders, from: string): Promise<Identity>;
  /** Throws a problem unless the key is right; who guesses too often is not listened to for a while. */
  checkKey(given: string, from: string): Promise<void>;
}

export function createAccess(
  key: string,
  store: Pick<Store, 'users' | 'signIns'>,
  clock: () => number,
): Access {
  const limits = createLimits();
  const browsers = createBrowsers(store, clock);
  // Browsers share cookies between ports: two servers on one machine must not sign each other out.
  const cookie = `sluice-${createHmac('sha256', key).update('sluice name').digest('base64url').slice(0, 8)}`;
  const checkKey: Access['checkKey'] = async (given, from) => {
    if (!(await limits.key(from, () => isSame(given, key)))) throw problems.wrongKey();
  };
  return {
    key,
    cookie,
    browsers,
    limits,
    checkKey,
    who: async (headers, from) => {
      const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
      if (bearer !== undefined) {
        await checkKey(bearer, from);
        return { kind: 'key', role: 'admin' };
      }
      const token = cookieOf(headers, cookie);
      return (token === undefined ? undefined : await browsers.find(token)) ?? NOBODY;
    },
  };
}

function cookieOf({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  for (const pair of cookie.split(';')) {
    const [key, ...rest] = pair.trim().split('=');
    const value = rest.join('=');
    if (key === name && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}

/** Compares in constant time, and without telling the length. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return expected !== '' && timingSafeEqual(digest(given), digest(expected));
}
