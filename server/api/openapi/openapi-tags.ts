import type { Route } from '../route.ts';

/** The group of a route: the first word of its path. */
export function tagOf({ path }: Pick<Route, 'path'>): string {
  const [, first = ''] = path.split('/');
  return ALIKE[first] ?? first;
}

/** Paths that belong with others, though they begin differently. */
const ALIKE: { readonly [first: string]: string } = { 'flow-order': 'flows', explain: 'flows' };

/** What the groups are about. */
export const TAGS: { readonly [tag: string]: string } = {
  flows: 'Conversations that an admin draws: drafts, versions, files, and who would get a message.',
  examples: 'Flows that come with Sluice, to begin with.',
  'node-types': 'The words of the language that flows are drawn in.',
  numbers: 'WhatsApp senders, real and virtual.',
  calendars: 'Business hours and holidays.',
  connections: 'Outside systems: where they are, and with what credentials.',
  teams: 'Who takes over from the bot.',
  settings: 'What holds for the whole workspace.',
  contacts: 'The people who write to us.',
  conversations: 'One person on one number: who has it, what was said, and answering.',
  journal: 'What happened and what followed, event by event.',
};
