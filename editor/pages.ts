import { IconActivity, IconApi, IconSitemap, IconUsers } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Page } from './shell/page.ts';

const FlowsPage = lazy(() => import('./flows/FlowsPage.tsx').then((room) => ({ default: room.FlowsPage })));
const FlowPage = lazy(() => import('./canvas/FlowPage.tsx').then((room) => ({ default: room.FlowPage })));
const LivePage = lazy(() => import('./live/LivePage.tsx').then((room) => ({ default: room.LivePage })));
const ApiDocsPage = lazy(() =>
  import('./api-docs/ApiDocsPage.tsx').then((room) => ({ default: room.ApiDocsPage })),
);
const UsersPage = lazy(() => import('./users/UsersPage.tsx').then((room) => ({ default: room.UsersPage })));
const AccountPage = lazy(() =>
  import('./account/AccountPage.tsx').then((room) => ({ default: room.AccountPage })),
);

/** Every page there is: a page that is not here is nowhere. */
export const pages: readonly Page[] = [
  {
    path: '/',
    page: FlowsPage,
    needs: ['workspace.read'],
    nav: { group: 'work', label: 'flows', icon: IconSitemap, keys: 'g f' },
  },
  { path: '/flows/:id', page: FlowPage, needs: ['workspace.read'] },
  {
    path: '/watch',
    page: LivePage,
    needs: ['journal.read', 'conversations.read'],
    nav: { group: 'work', label: 'live', icon: IconActivity, keys: 'g l' },
  },
  {
    path: '/users',
    page: UsersPage,
    needs: ['users.edit'],
    nav: { group: 'settings', label: 'people', icon: IconUsers, keys: 'g p' },
  },
  {
    path: '/api/docs',
    page: ApiDocsPage,
    needs: ['workspace.read'],
    nav: { group: 'settings', label: 'api', icon: IconApi },
  },
  { path: '/account', page: AccountPage, needs: ['self.edit'] },
];
