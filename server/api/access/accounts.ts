import { randomBytes } from 'node:crypto';
import { problems } from '../../problems.ts';
import type { Store, UserChange, UserRecord } from '../../store/store.ts';
import type { MeView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { permissionsOf } from '../permissions.ts';
import { type Identity, withoutPassword } from './identity.ts';
import { hashPassword, weaknessOf } from './passwords.ts';
import { foldEmail } from './sign-in-with.ts';

/** What somebody is made of. */
export interface NewAccount extends Pick<UserRecord, 'name' | 'email' | 'role' | 'language' | 'mustChoose'> {
  /** Random unless given. */
  readonly id?: string;
  readonly password: string;
}

/** Adds somebody. Throws a problem when the password is weak, or the email or id taken. */
export async function addAccount(
  { store, clock }: Pick<ApiDeps, 'store' | 'clock'>,
  { id = randomBytes(9).toString('base64url'), password, ...plan }: NewAccount,
): Promise<UserRecord> {
  const email = foldEmail(plan.email);
  const user = {
    id,
    ...plan,
    email,
    name: plan.name.trim(),
    password: await goodPassword(password, email),
    createdAt: clock(),
  };
  if (!(await store.users.add(user))) throw problems.taken('user', email);
  return user;
}

/** The hash of a password. Throws a problem when it is too easy to guess. */
export async function goodPassword(password: string, email: string): Promise<string> {
  const weakness = weaknessOf(password, email);
  if (weakness !== undefined) throw problems.weakPassword(weakness);
  return hashPassword(password);
}

/** Throws a problem when there is no such user. */
export async function knownUser(store: Store, id: string): Promise<UserRecord> {
  const user = await store.users.get(id);
  if (!user) throw problems.noSuch('user', id);
  return user;
}

/** Changes somebody. Throws a problem when nobody would be left who may do everything. */
export async function changeAccount(
  { store }: Pick<ApiDeps, 'store'>,
  before: UserRecord,
  change: UserChange,
): Promise<UserRecord> {
  const losesAdmin = isAdmin(before) && !isAdmin({ ...before, ...change });
  if (losesAdmin) await refuseIfLast(store, before.id);
  const after = await store.users.change(before.id, change);
  if (!after) throw problems.noSuch('user', before.id);
  // Two admins who take the role from each other at once both come to here, and both find that it went too far.
  if (losesAdmin && !(await isAnyAdmin(store))) {
    await store.users.change(before.id, { role: before.role, disabled: before.disabled ?? false });
    throw problems.lastAdmin();
  }
  return after;
}

/** Removes somebody, with the same care. */
export async function removeAccount({ store }: Pick<ApiDeps, 'store'>, user: UserRecord): Promise<void> {
  if (isAdmin(user)) await refuseIfLast(store, user.id);
  await store.users.remove(user.id);
  if (isAdmin(user) && !(await isAnyAdmin(store))) {
    await store.users.add(user);
    throw problems.lastAdmin();
  }
}

const isAdmin = ({ role, disabled = false }: UserRecord): boolean => role === 'admin' && !disabled;

const isAnyAdmin = async ({ users }: Store, but?: string): Promise<boolean> =>
  (await users.all()).some((user) => user.id !== but && isAdmin(user));

async function refuseIfLast(store: Store, id: string): Promise<void> {
  if (!(await isAnyAdmin(store, id))) throw problems.lastAdmin();
}

/** Whoever asks, as they are shown to themselves; read anew, so that a change is seen at once. */
export async function meView({ store }: Pick<ApiDeps, 'store'>, who: Identity): Promise<MeView> {
  if (who.kind === 'nobody') throw problems.notSignedIn();
  const { kind, role } = who;
  const permissions = permissionsOf(role);
  if (kind === 'key') return { kind, role, permissions, needsSetUp: !(await store.users.any()) };
  const user = withoutPassword(await knownUser(store, who.user.id));
  return { kind, user, role, permissions, needsSetUp: false };
}
