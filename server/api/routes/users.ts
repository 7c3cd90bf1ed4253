import type { UserChange } from '../../store/store.ts';
import { addAccount, changeAccount, goodPassword, knownUser, removeAccount } from '../access/accounts.ts';
import { withoutPassword } from '../access/identity.ts';
import { hashPassword, newPassword } from '../access/passwords.ts';
import type { NewUserView, UserView } from '../contract.ts';
import { type Route, route } from '../route.ts';
import { list, object, truth } from '../schema.ts';
import * as schemas from '../schemas/users.ts';

/** Everybody who may sign in. */
export const userRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/users',
    title: 'Everybody who may sign in, by name',
    needs: 'users.edit',
    answer: list(schemas.user),
    handle: async ({ deps }): Promise<readonly UserView[]> =>
      (await deps.store.users.all())
        .map(withoutPassword)
        .toSorted((a, b) => a.name.localeCompare(b.name) || a.email.localeCompare(b.email)),
  }),
  route({
    method: 'post',
    path: '/users',
    title: 'Adds somebody, with a password that is made up and answered this once',
    needs: 'users.edit',
    body: schemas.newUser,
    answer: schemas.withPassword,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body: { language, ...plan } }): Promise<NewUserView> => {
      const password = newPassword();
      const known = { ...plan, ...(language && { language }) };
      const user = await addAccount(deps, { ...known, password, mustChoose: true });
      return { user: withoutPassword(user), password };
    },
  }),
  route({
    method: 'put',
    path: '/users/:id',
    title: 'Changes somebody; a new role or password, or being switched off, signs them out elsewhere',
    needs: 'users.edit',
    body: object({}, { name: schemas.name, role: schemas.role, disabled: truth, password: schemas.password }),
    answer: schemas.user,
    refuses: [404, 409],
    handle: async ({ deps, param, body: { name, role, disabled, password }, who }): Promise<UserView> => {
      const before = await knownUser(deps.store, param('id'));
      const change: UserChange = {
        ...(name !== undefined && { name: name.trim() }),
        ...(role !== undefined && { role }),
        ...(disabled !== undefined && { disabled }),
        ...(password !== undefined && {
          password: await goodPassword(password, before.email),
          mustChoose: true,
        }),
      };
      const after = await changeAccount(deps, before, change);
      const isOther = after.role !== before.role || after.disabled || password !== undefined;
      const own = who.kind === 'user' && who.user.id === before.id ? who.signIn : undefined;
      if (isOther) await deps.access.browsers.endOf(before.id, after.disabled ? undefined : own);
      deps.access.browsers.forget(before.id);
      return withoutPassword(after);
    },
  }),
  route({
    method: 'post',
    path: '/users/:id/password',
    title: 'Makes up a new password for somebody, answers it this once, and signs them out everywhere',
    needs: 'users.edit',
    answer: schemas.withPassword,
    refuses: [404],
    handle: async ({ deps, param }): Promise<NewUserView> => {
      const before = await knownUser(deps.store, param('id'));
      const password = newPassword();
      const change = { password: await hashPassword(password), mustChoose: true };
      const user = await changeAccount(deps, before, change);
      await deps.access.browsers.endOf(user.id);
      return { user: withoutPassword(user), password };
    },
  }),
  route({
    method: 'post',
    path: '/users/:id/sign-out',
    title: 'Signs somebody out everywhere',
    needs: 'users.edit',
    refuses: [404],
    handle: async ({ deps, param }) => {
      const { id } = await knownUser(deps.store, param('id'));
      await deps.access.browsers.endOf(id);
    },
  }),
  route({
    method: 'delete',
    path: '/users/:id',
    title: 'Removes somebody; what they have done stays in the journal',
    needs: 'users.edit',
    refuses: [404, 409],
    handle: async ({ deps, param }) => {
      const user = await knownUser(deps.store, param('id'));
      await removeAccount(deps, user);
      await deps.access.browsers.endOf(user.id);
    },
  }),
];
