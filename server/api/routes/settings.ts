import { IANAZone } from 'luxon';
import { problems } from '../../problems.ts';
import { DEFAULT_SETTINGS } from '../../runtime/workspace.ts';
import { changed } from '../changed.ts';
import { type Route, route } from '../route.ts';
import { settings } from '../schemas/settings.ts';

/** What holds for the whole workspace. */
export const settingsRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/settings',
    title: 'The settings of the workspace',
    needs: 'workspace.read',
    answer: settings,
    handle: async ({ deps }) => (await deps.store.workspace.read()) ?? DEFAULT_SETTINGS,
  }),
  route({
    method: 'put',
    path: '/settings',
    title: 'Replaces the settings of the workspace',
    needs: 'settings.edit',
    body: settings,
    answer: settings,
    handle: async ({ deps, body }) => {
      checkTimeZone(body.timeZone);
      await deps.store.workspace.write(body);
      await changed(deps);
      return body;
    },
  }),
];

/** Throws a problem for a zone that no clock knows. */
export function checkTimeZone(timeZone: string): void {
  if (IANAZone.isValidZone(timeZone)) return;
  const message = `There is no time zone "${timeZone}"; they are written like Asia/Bangkok.`;
  throw problems.invalid([{ field: 'timeZone', message }]);
}
