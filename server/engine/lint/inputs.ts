import type { Graph } from '../../../nodes/contract/flow.ts';
import { inputProperty } from '../../../nodes/contract/flow-input.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import { upgradeNode } from './upgrade-node.ts';
import { formatOf, walkParams } from './walk-params.ts';

/** The variables that a graph hands to each flow it enters, by the id of that flow. */
export function handedOver(graph: Graph, types: Registry): ReadonlyMap<string, ReadonlySet<string>> {
  const handed = new Map<string, Set<string>>();
  for (const node of graph.nodes) {
    const type = types.get(node.type);
    // Most nodes enter no flow; only what an upgrade may bring to light is looked at more closely.
    if (typeof node.params['flow'] !== 'string' && !type?.upgrades) continue;
    const upgraded = type && upgradeNode(type, node);
    const flow = upgraded?.params['flow'];
    if (!type || !upgraded || typeof flow !== 'string') continue;
    const values = [...walkParams(type.params, upgraded.params)];
    const lists = values.filter(({ schema }) => 'items' in schema && schema.items === inputProperty.items);
    for (const { path, schema, value } of values)
      if (formatOf(schema) === 'variable' && lists.some((list) => path.startsWith(`${list.path}.`)))
        handed.set(flow, (handed.get(flow) ?? new Set()).add(String(value)));
  }
  return handed;
}

/** Looks at graphs once, to tell of any flow which variables any of them hands to it. */
export function inputsBy(graphs: readonly Graph[], types: Registry): (flow: string) => readonly string[] {
  const handed = graphs.map((graph) => handedOver(graph, types));
  return (flow) => [...new Set(handed.flatMap((variables) => [...(variables.get(flow) ?? [])]))];
}
