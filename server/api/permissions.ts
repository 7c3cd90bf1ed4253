/** What people are here for. */
export const ROLES = ['admin', 'supervisor', 'agent', 'analyst', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const EVERYBODY = ROLES;

/** Who may do what: the one place that says so. Every route names the permission it needs. */
const MAY = {
  /** Flows, versions, node types, calendars, teams, connections and numbers, without their secrets. */
  'workspace.read': EVERYBODY,
  'flows.edit': ['admin'],
  'flows.publish': ['admin'],
  /** Plays drafts and asks who would get a message. */
  'flows.rehearse': ['admin', 'supervisor', 'analyst'],
  'settings.edit': ['admin'],
  'users.edit': ['admin'],
  'conversations.read': ['admin', 'supervisor', 'agent'],
  'conversations.answer': ['admin', 'supervisor', 'agent'],
  'journal.read': ['admin', 'supervisor', 'analyst'],
  /** One's own name, language and password. */
  'self.edit': EVERYBODY,
} as const satisfies { readonly [permission: string]: readonly Role[] };

export type Permission = keyof typeof MAY;

export const may = (role: Role, permission: Permission): boolean =>
  (MAY[permission] as readonly Role[]).includes(role);

export const permissionsOf = (role: Role): readonly Permission[] =>
  (Object.keys(MAY) as Permission[]).filter((permission) => may(role, permission));
