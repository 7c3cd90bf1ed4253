import type { Graph } from '../../../nodes/contract/flow.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import type { Reference } from './context.ts';
import { formatOf, walkParams } from './walk-params.ts';

/** The ids of all things of one kind that a graph names, in whatever parameter may. Each once. */
export function referencesIn(
  types: Registry,
  { nodes, onFailure }: Pick<Graph, 'nodes' | 'onFailure'>,
  kind: Reference,
): readonly string[] {
  const named = nodes.flatMap(({ type: word, params }) => {
    const type = types.get(word);
    return type ? [...walkParams(type.params, params)] : [];
  });
  const ids = named.flatMap(({ schema, value }) =>
    formatOf(schema) === kind && typeof value === 'string' ? [value] : [],
  );
  const failure = kind === 'flow' || kind === 'team' ? (onFailure?.[kind] ?? []) : [];
  return [...new Set([...ids, failure].flat())];
}
