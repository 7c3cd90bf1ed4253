import type { Reference } from '../engine/lint/context.ts';
import { referencesIn } from '../engine/lint/references-in.ts';
import { problems } from '../problems.ts';
import type { ApiDeps } from './deps.ts';

/** Throws a problem, with a sentence that names the users, while something of the workspace is in use. */
export async function refuseIfUsed(deps: ApiDeps, kind: Reference, id: string): Promise<void> {
  const { store, types } = deps;
  const [flows, live, numbers] = await Promise.all([
    store.flows.list(),
    store.flows.live(),
    store.numbers.all(),
  ]);
  // What is put away is asked again when it is restored.
  const others = flows.filter((flow) => !flow.archived && (kind !== 'flow' || flow.id !== id));
  const graphs = [
    ...others.map(({ name, draft }) => ({ name, graph: draft.graph })),
    ...live.filter(({ flow }) => kind !== 'flow' || flow !== id),
  ];
  const users = [
    ...graphs
      .filter(({ graph }) => referencesIn(types, graph, kind).includes(id))
      .map(({ name }) => `the flow ${name}`),
    ...numbers
      .filter((number) => kind === 'flow' && (number.fallback === id || number.flows?.includes(id)))
      .map(({ name }) => `the number ${name}`),
  ];
  if (users.length > 0) throw problems.inUse(`It is used by ${[...new Set(users)].join(', ')}.`);
}
