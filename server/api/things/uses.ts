import type { Reference } from '../../engine/lint/context.ts';
import { referencesIn } from '../../engine/lint/references-in.ts';
import { problems } from '../../problems.ts';
import type { UseView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';

/** The flows and numbers that a thing of the workspace is needed by, drafts and live versions alike. */
export async function usesOf(deps: ApiDeps, kind: Reference, id: string): Promise<readonly UseView[]> {
  const { store, types } = deps;
  const [flows, live, numbers] = await Promise.all([
    store.flows.list(),
    store.flows.live(),
    store.numbers.all(),
  ]);
  // What is put away is asked again when it is restored.
  const graphs = [
    ...flows
      .filter(({ archived }) => !archived)
      .map((flow) => ({ id: flow.id, name: flow.name, graph: flow.draft.graph })),
    ...live.map(({ flow, name, graph }) => ({ id: flow, name, graph })),
  ].filter((flow) => kind !== 'flow' || flow.id !== id);
  const users: readonly UseView[] = [
    ...graphs
      .filter(({ graph }) => referencesIn(types, graph, kind).includes(id))
      .map((flow) => ({ kind: 'flow' as const, id: flow.id, name: flow.name })),
    ...numbers
      .filter((number) => kind === 'flow' && (number.fallback === id || number.flows?.includes(id)))
      .map((number) => ({ kind: 'number' as const, id: number.id, name: number.name })),
  ];
  return [...new Map(users.map((user) => [`${user.kind} ${user.id}`, user])).values()];
}

/** Throws a problem, with a sentence that names the users, while something of the workspace is in use. */
export async function refuseIfUsed(deps: ApiDeps, kind: Reference, id: string): Promise<void> {
  const users = await usesOf(deps, kind, id);
  const named = users.map((user) => `the ${user.kind} ${user.name}`);
  if (users.length > 0) throw problems.inUse(`It is used by ${[...new Set(named)].join(', ')}.`);
}
