import { problems } from '../../problems.ts';
import { type Route, route } from '../route.ts';
import { anything } from '../schema.ts';

/** The people we talk with. */
export const contactRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/contacts/:id',
    title: 'A contact, with tags and fields',
    needs: 'conversations.read',
    answer: anything,
    refuses: [404],
    handle: async ({ deps, param }) => {
      const contact = await deps.store.contacts.load(param('id'));
      if (!contact) throw problems.noSuch('contact', param('id'));
      return contact;
    },
  }),
];
