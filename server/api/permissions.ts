import type { Role } from '../store/store.ts';

export type { Role } from '../store/store.ts';

/** What people are here for, from the most that may be done to the least. */
export const ROLES = ['admin', 'supervisor', 'agent', 'analyst', 'viewer'] as const satisfies readonly Role[];

interface Allowed {
  readonly roles: readonly Role[];
  /** What it is, after "may not". */
  readonly says: string;
}

/** Who may do what: the one place that says so. Every route names the permission it needs. */
const MAY = {
  /** Flows, versions, node types, calendars, teams, connections and numbers, without their secrets. */
  'workspace.read': { roles: ROLES, says: 'see flows and settings' },
  'flows.edit': { roles: ['admin'], says: 'change flows' },
  'flows.publish': { roles: ['admin'], says: 'publish flows' },
  /** Plays drafts and asks who would get a message. */
  'flows.rehearse': { roles: ['admin', 'supervisor', 'analyst'], says: 'try flows out' },
  'settings.edit': { roles: ['admin'], says: 'change settings' },
  'users.edit': { roles: ['admin'], says: 'look after people and their roles' },
  'conversations.read': { roles: ['admin', 'supervisor', 'agent'], says: 'read conversations' },
  'conversations.answer': { roles: ['admin', 'supervisor', 'agent'], says: 'answer conversations' },
  'journal.read': { roles: ['admin', 'supervisor', 'analyst'], says: 'read the journal' },
  'metrics.read': { roles: ['admin'], says: 'read the figures of the server' },
  /** One's own name, language and password. */
  'self.edit': { roles: ROLES, says: 'change this account' },
} as const satisfies { readonly [permission: string]: Allowed };

export type Permission = keyof typeof MAY;

/** What a route needs: a permission, any one of several, or nothing, not even a sign-in. */
export type Needs = Permission | readonly Permission[] | 'open';

export const may = (role: Role, permission: Permission): boolean =>
  (MAY[permission].roles as readonly Role[]).includes(role);

export const permissionsOf = (role: Role): readonly Permission[] =>
  (Object.keys(MAY) as Permission[]).filter((permission) => may(role, permission));

/** What a permission is for, to be read after "may not". */
export const saysOf = (permission: Permission): string => MAY[permission].says;
