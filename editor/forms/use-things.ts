import { useResource } from '../lib/resource.ts';

/** Something of the workspace that a setting can name. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

export type ThingKind = 'calendar' | 'team' | 'number' | 'connection' | 'flow';

const PATHS: { readonly [kind in ThingKind]: string } = {
  calendar: '/calendars',
  team: '/teams',
  number: '/numbers',
  connection: '/connections',
  flow: '/flows',
};

/** The things of a kind, as the server has them. */
export const useThings = <T extends Thing = Thing>(kind: ThingKind) => useResource<readonly T[]>(PATHS[kind]);
