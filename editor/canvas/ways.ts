import { MarkerType } from '@xyflow/react';
import type { Edge as GraphEdge } from '../../nodes/contract/flow.ts';
import type { GraphView } from '../../server/api/contract.ts';
import { edgeName } from '../desk/desk.ts';
import type { Folded } from './frames.ts';
import type { Around, Keep } from './to-xyflow.ts';
import type { Way } from './WayEdge.tsx';

/** Edges; those of nodes that are folded away begin or end at the box of their group, those inside it are hidden. */
export function waysOf(
  { graph, ports }: GraphView,
  folded: readonly Folded[],
  around: Around,
  keep: Keep,
): readonly Way[] {
  const inside = new Map(folded.flatMap(({ group }) => group.nodes.map((node) => [node, group.id] as const)));
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  const known = new Set(types.keys());
  return graph.edges.flatMap((edge): readonly Way[] => {
    const { from, port, to } = edge;
    if (!(known.has(from) && known.has(to))) return [];
    const [source, target] = [inside.get(from) ?? from, inside.get(to) ?? to];
    if (source === target && inside.has(from)) return [];
    const handle = source === from ? port : edgeName(from, port);
    const found = (ports[from] ?? []).find(({ id }) => id === port);
    const label = found ? around.portLabel(types.get(from) ?? '', found) : port;
    return [
      keep(`edge ${edgeName(from, port)} ${to}`, [source, target, label], () =>
        wayOf(edge, source, handle, target, label),
      ),
    ];
  });
}

const wayOf = (
  { from, port }: GraphEdge,
  source: string,
  sourceHandle: string,
  target: string,
  label: string,
): Way => ({
  id: edgeName(from, port),
  type: 'way',
  source,
  sourceHandle,
  target,
  markerEnd: ARROW,
  data: { from, port, label },
});

const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16 } as const;
