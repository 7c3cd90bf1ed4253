import { problems } from '../../problems.ts';
import { DEFAULT_SETTINGS } from '../../runtime/workspace.ts';
import { addAccount, meView } from '../access/accounts.ts';
import { withoutPassword } from '../access/identity.ts';
import { signInWith } from '../access/sign-in-with.ts';
import { changed } from '../changed.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { object, text, truth } from '../schema.ts';
import * as schemas from '../schemas/users.ts';
import { checkTimeZone } from './settings.ts';

/** The one who may be first; so that of two at once only one is. */
const FOUNDER = 'founder';

/** Coming in, going out, and the first account. */
export const signInRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/sign-in',
    title: 'Signs a browser in with email and password; the answer brings its cookie',
    needs: 'open',
    body: object({ email: { type: 'string', maxLength: 254 }, password: schemas.password }),
    answer: schemas.me,
    refuses: [401, 403],
    handle: async ({ deps, body, browser, who: before }) => {
      const token = await signInWith(deps, { ...body, ...browser });
      if (before.kind !== 'nobody' && before.signIn) await deps.access.browsers.end(before.signIn);
      browser.keep(token);
      return meView(deps, (await deps.access.browsers.find(token)) ?? before);
    },
  }),
  route({
    method: 'post',
    path: '/sign-out',
    title: 'Signs this browser out, or every browser of whoever asks',
    needs: 'self.edit',
    body: object({}, { everywhere: truth }),
    handle: async ({ deps: { access }, body: { everywhere = false }, browser, who }) => {
      if (who.kind === 'user' && everywhere) await access.browsers.endOf(who.user.id);
      else if (who.kind !== 'nobody' && who.signIn) await access.browsers.end(who.signIn);
      browser.forget();
    },
  }),
  route({
    method: 'post',
    path: '/set-up',
    title: 'Makes the first account, an admin; with the admin key, while nobody has one',
    needs: 'users.edit',
    body: object(
      { name: schemas.name, email: schemas.email, password: schemas.password },
      { language: schemas.language, timeZone: { ...text(64), description: 'Of the workspace.' } },
    ),
    answer: schemas.me,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body: { timeZone, language, ...person }, browser, who }) => {
      if (who.kind !== 'key') throw problems.setUpNeedsKey();
      if (await deps.store.users.any()) throw problems.alreadySetUp();
      if (timeZone !== undefined) checkTimeZone(timeZone);
      const plan = { ...person, id: FOUNDER, role: 'admin', ...(language && { language }) } as const;
      const user = await addAccount(deps, plan).catch((error: unknown) => {
        throw isTaken(error) ? problems.alreadySetUp() : error;
      });
      if (timeZone !== undefined) await keepTimeZone(deps, timeZone);
      if (who.signIn === undefined) return meView(deps, who);
      await deps.access.browsers.end(who.signIn);
      const token = await deps.access.browsers.begin(user.id, browser.userAgent);
      browser.keep(token);
      return meView(deps, { kind: 'user', role: 'admin', user: withoutPassword(user), signIn: '' });
    },
  }),
];

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'user-exists';

async function keepTimeZone(deps: ApiDeps, timeZone: string): Promise<void> {
  const before = (await deps.store.workspace.read()) ?? DEFAULT_SETTINGS;
  await deps.store.workspace.write({ ...before, timeZone });
  await changed(deps);
}
