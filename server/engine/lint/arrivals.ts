import type { Survey } from './survey.ts';
import { assignmentsOf } from './variables.ts';

/** Which variables some way from a trigger to a node has set before the node is entered. */
export interface Arrivals {
  /** Every variable that any node of the flow sets. */
  readonly names: readonly string[];
  isKnown(variable: string, node: string): boolean;
}

/** Follows the edges of a flow, each variable a bit, until nothing new arrives anywhere. */
export function arrivalsOf(flow: Survey): Arrivals {
  const bits = new Map<string, bigint>();
  const sets = new Map<string, bigint>();
  for (const { id, values } of flow.nodes)
    for (const { variable } of assignmentsOf(values)) {
      const bit = bits.get(variable) ?? 1n << BigInt(bits.size);
      bits.set(variable, bit);
      sets.set(id, (sets.get(id) ?? 0n) | bit);
    }
  const known = knownOnArrival(flow, sets);
  return {
    names: [...bits.keys()],
    isKnown: (variable, node) => ((known.get(node) ?? 0n) & (bits.get(variable) ?? 0n)) !== 0n,
  };
}

/** For each node, the variables that some way to it has set, one bit each: edges pass them on until nothing is new. */
function knownOnArrival(
  { nodes, edgesFrom }: Survey,
  sets: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  const known = new Map<string, bigint>();
  const changed = new Set(nodes.map(({ id }) => id));
  for (const id of changed) {
    // Taken out, so that a node that learns more is put in again at the end.
    changed.delete(id);
    const after = (known.get(id) ?? 0n) | (sets.get(id) ?? 0n);
    for (const { to } of edgesFrom.get(id) ?? []) {
      const before = known.get(to) ?? 0n;
      if ((before | after) === before) continue;
      known.set(to, before | after);
      changed.add(to);
    }
  }
  return known;
}
