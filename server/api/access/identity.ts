import type { Doer, UserRecord } from '../../store/store.ts';
import type { Role } from '../permissions.ts';

/** A user, without what nobody needs to see. */
export type User = Omit<UserRecord, 'password'>;

/** Who asks. */
export type Identity = KeyHolder | SignedIn | Nobody;

/** Whoever has the admin key: a program, or a browser that opened the address printed at the start. */
export interface KeyHolder {
  readonly kind: 'key';
  readonly role: 'admin';
  /** The browser's sign-in; programs have none. */
  readonly signIn?: string;
}

export interface SignedIn {
  readonly kind: 'user';
  readonly role: Role;
  readonly user: User;
  readonly signIn: string;
}

export interface Nobody {
  readonly kind: 'nobody';
  readonly role?: undefined;
}

export const NOBODY: Nobody = { kind: 'nobody' };

/** How records say who did something. */
export const doerOf = (who: Identity): Doer =>
  who.kind === 'user' ? { id: who.user.id, name: who.user.name } : { name: 'Admin key' };

export function withoutPassword({ password: _, ...user }: UserRecord): User {
  return user;
}
