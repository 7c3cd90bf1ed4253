import type { Graph } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Reference } from '../engine/lint/context.ts';
import { formatOf, walkParams } from '../engine/lint/walk-params.ts';
import { problems } from '../problems.ts';
import type { UseView } from './contract.ts';
import type { ApiDeps } from './deps.ts';

/** The flows and numbers that a thing of the workspace is needed by, drafts and live versions alike. */
export async function usesOf(deps: ApiDeps, kind: Reference, id: string): Promise<readonly UseView[]> {
  const { store, types } = deps;
  const [flows, live, numbers] = await Promise.all([
    store.flows.list(),
    store.flows.live(),
    store.numbers.all(),
  ]);
  const graphs = [
    ...flows.map((flow) => ({ id: flow.id, name: flow.name, graph: flow.draft.graph })),
    ...live.map(({ flow, name, graph }) => ({ id: flow, name, graph })),
  ].filter((flow) => kind !== 'flow' || flow.id !== id);
  const users: readonly UseView[] = [
    ...graphs
      .filter(({ graph }) => names(types, graph, kind, id))
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

/** Whether a graph names a thing, in whatever parameter may. */
function names(types: Registry, { nodes, onFailure }: Graph, kind: Reference, id: string): boolean {
  if ((kind === 'flow' || kind === 'team') && onFailure?.[kind] === id) return true;
  return nodes.some((node) => {
    const type = types.get(node.type);
    if (!type) return false;
    return walkParams(type.params, node.params).some(
      ({ schema, value }) => value === id && formatOf(schema) === kind,
    );
  });
}
