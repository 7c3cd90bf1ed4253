import type { Calendar, Interval } from '../../../nodes/contract/calendar.ts';
import { calendarState, explainHours } from '../../../nodes/contract/calendar.ts';
import { calendarProblems } from '../../../nodes/contract/calendar-problems.ts';
import { problems } from '../../problems.ts';
import { type Route, route } from '../route.ts';
import { moment, object, type ValueOf } from '../schema.ts';
import {
  calendar,
  calendarBody,
  calendarState as stateSchema,
  team,
  teamBody,
  uses,
} from '../schemas/settings.ts';
import { setOfThings } from '../things/set-of-things.ts';
import { usesOf } from '../things/uses.ts';

const USED = ['flow', 'calendar', 'connection', 'team', 'number'] as const;

/** Business hours and teams, and who uses what. */
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
  route({
    method: 'get',
    path: '/calendars/:id/state',
    title: 'Whether a calendar is open at a moment (now, unless given), why, and until when',
    needs: 'workspace.read',
    query: object({}, { at: moment }),
    answer: stateSchema,
    refuses: [404],
    handle: async ({ deps, param, query }) => {
      const kept = await deps.store.calendars.get(param('id'));
      if (!kept) throw problems.noSuch('calendar', param('id'));
      const at = query.at ?? deps.clock();
      return { at, ...calendarState(kept, at), says: explainHours(kept, at) };
    },
  }),
  ...setOfThings({
    thing: 'team',
    path: '/teams',
    body: teamBody,
    shown: team,
    documents: ({ store }) => store.teams,
    make: (_deps, id, body) => ({ id, ...body }),
    show: (kept) => kept,
  }),
  route({
    method: 'get',
    path: '/uses/:kind/:id',
    title: 'The flows and numbers that a thing is used by',
    needs: 'workspace.read',
    answer: uses,
    refuses: [404],
    handle: ({ deps, param }) => {
      const kind = USED.find((known) => known === param('kind'));
      if (!kind) throw problems.noSuchPath(`/uses/${param('kind')}`);
      return usesOf(deps, kind, param('id'));
    },
  }),
];

function calendarOf(id: string, { weekly, exceptions, ...rest }: ValueOf<typeof calendarBody>): Calendar {
  const made: Calendar = {
    id,
    ...rest,
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, open]) => [day, intervals(open)])),
    ...(exceptions && {
      exceptions: exceptions.map((exception) => ({ ...exception, open: intervals(exception.open) })),
    }),
  };
  const wrong = calendarProblems(made);
  if (wrong.length > 0) throw problems.invalid(wrong);
  return made;
}

const intervals = (open: readonly (readonly string[])[] = []): readonly Interval[] =>
  open.map(([from = '', to = '']) => [from, to]);
