import { problems } from '../../problems.ts';
import type { UserChange } from '../../store/store.ts';
import { goodPassword, knownUser, meView } from '../access/accounts.ts';
import type { Identity } from '../access/identity.ts';
import { isPassword } from '../access/passwords.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { object } from '../schema.ts';
import * as schemas from '../schemas/users.ts';

/** Whoever asks, and what they may change about themselves. */
export const meRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/me',
    title: 'Who asks, and what they may do',
    needs: 'self.edit',
    answer: schemas.me,
    handle: ({ deps, who }) => meView(deps, who),
  }),
  route({
    method: 'put',
    path: '/me',
    title:
      'Changes the name, language or password of whoever asks; a new password signs their other browsers out',
    needs: 'self.edit',
    body: object(
      {},
      {
        name: schemas.name,
        language: schemas.language,
        password: object({ current: schemas.password, next: schemas.password }),
      },
    ),
    answer: schemas.me,
    refuses: [409],
    handle: async ({ deps, body: { name, language, password }, browser, who }) => {
      if (who.kind !== 'user') throw problems.noAccount();
      const change: UserChange = {
        ...(name !== undefined && { name: name.trim() }),
        ...(language !== undefined && { language }),
        ...(password && (await newPassword(deps, who.user.id, password, browser.from))),
      };
      await deps.store.users.change(who.user.id, change);
      if (password) await deps.access.browsers.endOf(who.user.id, who.signIn);
      deps.access.browsers.forget(who.user.id);
      return meView(deps, who satisfies Identity);
    },
  }),
];

async function newPassword(
  { store, access }: ApiDeps,
  id: string,
  { current, next }: { readonly current: string; readonly next: string },
  from: string,
): Promise<UserChange> {
  const user = await knownUser(store, id);
  const isRight = await access.limits.password(from, user.email, () => isPassword(current, user.password));
  if (!isRight) throw problems.wrongPassword();
  return { password: await goodPassword(next, user.email), mustChoose: false };
}
