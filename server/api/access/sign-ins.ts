import { createHash, randomBytes } from 'node:crypto';
import type { SignInRecord, Store } from '../../store/store.ts';
import { type KeyHolder, type SignedIn, withoutPassword } from './identity.ts';

/** The browsers that people have signed in with. */
export interface Browsers {
  /** Lets a browser in; resolves to what it must carry. Without a user it holds the key. */
  begin(user: string | undefined, userAgent: string): Promise<string>;
  /** Whose browser it is that carries something. */
  find(token: string): Promise<KeyHolder | SignedIn | undefined>;
  /** Signs one browser out. */
  end(signIn: string): Promise<void>;
  /** Signs somebody out everywhere, or everywhere else. */
  endOf(user: string, except?: string): Promise<void>;
  /** Something about a user has changed. */
  forget(user: string): void;
  /** Hears of every sign-out, so that open lines can be closed. */
  onEnded(listener: (ended: Ended) => void): void;
}

/** One sign-in, or all of a user but one. */
export type Ended = { readonly signIn: string } | { readonly user: string; readonly except?: string };

const HOUR_MS = 3_600_000;
const LASTS_MS = 30 * 24 * HOUR_MS;
/** So that a page full of requests reads the database once; another process hears of a sign-out this much later. */
const TRUSTED_MS = 5_000;
const REMEMBERED = 5_000;
const LONGEST_AGENT = 200;

interface Remembered {
  readonly who: KeyHolder | SignedIn;
  readonly until: number;
}

export function createBrowsers(
  { users, signIns }: Pick<Store, 'users' | 'signIns'>,
  clock: () => number,
): Browsers {
  const remembered = new Map<string, Remembered>();
  /** Rises with whatever makes memories false, those that are being formed included. */
  let turn = 0;
  const listeners: ((ended: Ended) => void)[] = [];
  const forget = (isMeant: (who: KeyHolder | SignedIn) => boolean): void => {
    turn += 1;
    for (const [id, { who }] of remembered) if (isMeant(who)) remembered.delete(id);
  };
  const tell = (ended: Ended): void => {
    for (const listener of listeners) listener(ended);
  };
  const isOf = (user: string) => (who: KeyHolder | SignedIn) => who.kind === 'user' && who.user.id === user;
  return {
    begin: async (user, userAgent) => {
      const token = randomBytes(32).toString('base64url');
      const now = clock();
      const times = { createdAt: now, seenAt: now, expiresAt: now + LASTS_MS };
      const agent = userAgent.slice(0, LONGEST_AGENT);
      await signIns.add({ id: idOf(token), ...(user !== undefined && { user }), ...times, userAgent: agent });
      if (user !== undefined) await users.change(user, { seenAt: now });
      return token;
    },
    find: async (token) => {
      const id = idOf(token);
      const now = clock();
      const known = remembered.get(id);
      if (known && known.until > now) return known.who;
      remembered.delete(id);
      const before = turn;
      const who = await look({ users, signIns }, id, now);
      if (!who || turn !== before) return who;
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(id, { who, until: now + TRUSTED_MS });
      return who;
    },
    end: async (signIn) => {
      await signIns.end(signIn);
      forget((who) => who.signIn === signIn);
      tell({ signIn });
    },
    endOf: async (user, except) => {
      await signIns.endOf(user, except);
      forget(isOf(user));
      tell({ user, ...(except !== undefined && { except }) });
    },
    forget: (user) => forget(isOf(user)),
    onEnded: (listener) => {
      listeners.push(listener);
    },
  };
}

/** What is kept is a hash: the token itself lives in one browser only. */
const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

async function look(
  { users, signIns }: Pick<Store, 'users' | 'signIns'>,
  id: string,
  now: number,
): Promise<KeyHolder | SignedIn | undefined> {
  const signIn = await signIns.get(id);
  if (!signIn || signIn.expiresAt <= now) return undefined;
  const user = signIn.user === undefined ? undefined : await users.get(signIn.user);
  if (signIn.user !== undefined && (!user || user.disabled)) return undefined;
  if (now - signIn.seenAt > HOUR_MS) await refresh({ users, signIns }, signIn, now);
  if (!user) return { kind: 'key', role: 'admin', signIn: id };
  return { kind: 'user', role: user.role, user: withoutPassword(user), signIn: id };
}

async function refresh(
  { users, signIns }: Pick<Store, 'users' | 'signIns'>,
  { id, user }: SignInRecord,
  now: number,
): Promise<void> {
  await signIns.seen(id, now, now + LASTS_MS);
  if (user !== undefined) await users.change(user, { seenAt: now });
}
