import type { Graph } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Reference } from '../engine/lint/context.ts';
import { formatOf, walkParams } from '../engine/lint/walk-params.ts';
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
  const others = flows.filter((flow) => kind !== 'flow' || flow.id !== id);
  const graphs = [
    ...others.map(({ name, draft }) => ({ name, graph: draft.graph })),
    ...live.filter(({ flow }) => kind !== 'flow' || flow !== id),
  ];
  const users = [
    ...graphs.filter(({ graph }) => names(types, graph, kind, id)).map(({ name }) => `the flow ${name}`),
    ...numbers
      .filter((number) => kind === 'flow' && (number.fallback === id || number.flows?.includes(id)))
      .map(({ name }) => `the number ${name}`),
  ];
  if (users.length > 0) throw problems.inUse(`It is used by ${[...new Set(users)].join(', ')}.`);
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
