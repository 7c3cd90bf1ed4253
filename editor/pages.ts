import {
  IconActivity,
  IconBrandWhatsapp,
  IconClockHour9,
  IconPlugConnected,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { lazy } from 'react';
import type { Page } from './shell/page.ts';

const FlowsPage = lazy(() => import('./flows/FlowsPage.tsx').then((room) => ({ default: room.FlowsPage })));
const FlowPage = lazy(() => import('./studio/FlowPage.tsx').then((room) => ({ default: room.FlowPage })));
const LivePage = lazy(() => import('./live/LivePage.tsx').then((room) => ({ default: room.LivePage })));
const UsersPage = lazy(() => import('./users/UsersPage.tsx').then((room) => ({ default: room.UsersPage })));
const AccountPage = lazy(() =>
  import('./account/AccountPage.tsx').then((room) => ({ default: room.AccountPage })),
);
const NumbersPage = lazy(() =>
  import('./numbers/NumbersPage.tsx').then((room) => ({ default: room.NumbersPage })),
);
const ConnectNumber = lazy(() =>
  import('./numbers/ConnectNumber.tsx').then((room) => ({ default: room.ConnectNumber })),
);
const CalendarsPage = lazy(() =>
  import('./calendars/CalendarsPage.tsx').then((room) => ({ default: room.CalendarsPage })),
);
const ConnectionsPage = lazy(() =>
  import('./connections/ConnectionsPage.tsx').then((room) => ({ default: room.ConnectionsPage })),
);
const TeamsPage = lazy(() => import('./teams/TeamsPage.tsx').then((room) => ({ default: room.TeamsPage })));

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
    path: '/numbers',
    page: NumbersPage,
    needs: ['workspace.read'],
    nav: { group: 'settings', label: 'numbers', icon: IconBrandWhatsapp, keys: 'g n' },
  },
  { path: '/numbers/connect', page: ConnectNumber, needs: ['settings.edit'] },
  {
    path: '/calendars',
    page: CalendarsPage,
    needs: ['workspace.read'],
    nav: { group: 'settings', label: 'calendars', icon: IconClockHour9, keys: 'g c' },
  },
  {
    path: '/connections',
    page: ConnectionsPage,
    needs: ['workspace.read'],
    nav: { group: 'settings', label: 'connections', icon: IconPlugConnected, keys: 'g o' },
  },
  {
    path: '/teams',
    page: TeamsPage,
    needs: ['workspace.read'],
    nav: { group: 'settings', label: 'teams', icon: IconUsersGroup, keys: 'g t' },
  },
  {
    path: '/users',
    page: UsersPage,
    needs: ['users.edit'],
    nav: { group: 'settings', label: 'people', icon: IconUsers, keys: 'g p' },
  },
  { path: '/account', page: AccountPage, needs: ['self.edit'] },
];
