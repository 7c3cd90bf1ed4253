import type { Calendar, Interval } from '../../../nodes/contract/calendar.ts';
import type { ConnectionRecord, Sealed } from '../../store/store.ts';
import type { Vault } from '../deps.ts';
import type { Route } from '../route.ts';
import type { ValueOf } from '../schema.ts';
import { calendar, calendarBody, connection, connectionBody, team, teamBody } from '../schemas/settings.ts';
import { setOfThings } from '../set-of-things.ts';
import { checkTimeZone } from './settings.ts';

/** Business hours, outside systems, and teams. */
export const thingRoutes: readonly Route[] = [
  ...setOfThings({
    thing: 'calendar',
    path: '/calendars',
    body: calendarBody,
    shown: calendar,
    documents: ({ store }) => store.calendars,
    make: (_deps, id, body) => calendarOf(id, body),
    show: (kept) => kept,
  }),
  ...setOfThings({
    thing: 'connection',
    path: '/connections',
    body: connectionBody,
    shown: connection,
    documents: ({ store }) => store.connections,
    make: ({ vault }, id, { headers, ...rest }, before) => ({
      id,
      ...rest,
      headers: headers ? sealed(vault, headers) : (before?.headers ?? {}),
    }),
    show: ({ headers, ...rest }: ConnectionRecord) => ({ ...rest, headers: Object.keys(headers) }),
  }),
  ...setOfThings({
    thing: 'team',
    path: '/teams',
    body: teamBody,
    shown: team,
    documents: ({ store }) => store.teams,
    make: (_deps, id, { name }) => ({ id, name }),
    show: (kept) => kept,
  }),
];

function calendarOf(id: string, { weekly, exceptions, ...rest }: ValueOf<typeof calendarBody>): Calendar {
  checkTimeZone(rest.timeZone);
  return {
    id,
    ...rest,
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, open]) => [day, intervals(open)])),
    ...(exceptions && {
      exceptions: exceptions.map((exception) => ({ ...exception, open: intervals(exception.open) })),
    }),
  };
}

const intervals = (open: readonly (readonly string[])[] = []): readonly Interval[] =>
  open.map(([from = '', to = '']) => [from, to]);

const sealed = (vault: Vault, headers: { readonly [name: string]: string }): { [name: string]: Sealed } =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, vault.seal(value)]));
