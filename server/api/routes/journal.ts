import { type Route, route } from '../route.ts';
import { anything, list, object, whole } from '../schema.ts';

/** What happened, and what followed. */
export const journalRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/journal',
    title: 'The latest entries of the journal, newest first',
    needs: 'journal.read',
    query: object({}, { limit: whole(1, 500), conversation: { type: 'string', maxLength: 260 } }),
    answer: list(anything),
    handle: ({ deps, query: { limit = 50, conversation } }) => deps.store.journal.latest(limit, conversation),
  }),
];
