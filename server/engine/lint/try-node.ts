import type { Event } from '../../../nodes/contract/event.ts';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { AnyNodeType, Outcome, Visit } from '../../../nodes/contract/node-type.ts';

const NOBODY = { id: '', address: '', tags: [], fields: {} } as const;

/** Node types are pure, so to know what one does on arrival we let it arrive, at moment 0. */
export const tryEntering = (type: AnyNodeType, params: JsonObject): Outcome | undefined =>
  attempt(() => type.enter(visitAt(params, 0)));

/** What a node would do when something happens while it waits. */
export const tryResuming = (type: AnyNodeType, params: JsonObject, event: Event): Outcome | undefined =>
  attempt(() => type.resume?.(visitAt(params, event.at), event));

const visitAt = (params: JsonObject, at: number): Visit<unknown> => ({
  params,
  vars: {},
  contact: NOBODY,
  at,
  chance: 0,
  scope: {},
  calendar: () => undefined,
});

function attempt(act: () => Outcome | undefined): Outcome | undefined {
  try {
    return act();
  } catch {
    // Its texts still have their holes, which it never meets in earnest.
    return undefined;
  }
}
