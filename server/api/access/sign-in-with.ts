import { problems } from '../../problems.ts';
import type { Store } from '../../store/store.ts';
import type { Access } from './access.ts';
import { isPassword, LONGEST_PASSWORD } from './passwords.ts';

/** What somebody writes to sign in, and from where. */
export interface SignInWish {
  readonly email: string;
  readonly password: string;
  readonly from: string;
  readonly userAgent: string;
}

/** One spelling for each address. */
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * Signs somebody in; resolves to what their browser must carry. Throws the same problem, after about the same time,
 * whether the email or the password is wrong.
 */
export async function signInWith(
  { access, store }: { readonly access: Access; readonly store: Pick<Store, 'users'> },
  { email, password, from, userAgent }: SignInWish,
): Promise<string> {
  const address = foldEmail(email).slice(0, 254);
  const user = await store.users.byEmail(address);
  const given = password.slice(0, LONGEST_PASSWORD + 1);
  const isRight = await access.limits.password(from, address, () => isPassword(given, user?.password));
  if (!isRight || !user) throw problems.wrongSignIn();
  if (user.disabled) throw problems.accountOff();
  return access.browsers.begin(user.id, userAgent);
}
