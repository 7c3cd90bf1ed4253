import type { Edge } from '../../nodes/contract/flow.ts';
import type { Comparison, GraphView } from '../../server/api/contract.ts';

/** Both states in one picture: the newer one, with the boxes and lines of the older one that it has no more. */
export function together({ from, to }: Pick<Comparison, 'from' | 'to'>): GraphView {
  const kept = new Set(to.graph.nodes.map(({ id }) => id));
  const gone = from.graph.nodes.filter(({ id }) => !kept.has(id));
  const lost = new Set(gone.map(({ id }) => id));
  // A line that only changed its end is told by the box it leaves; drawn twice, it would leave by one way out twice.
  const lines = from.graph.edges.filter((edge) => lost.has(edge.from) || isFree(edge, to.graph.edges, lost));
  return {
    graph: { ...to.graph, nodes: [...to.graph.nodes, ...gone], edges: [...to.graph.edges, ...lines] },
    layout: { ...from.layout, ...to.layout },
    ports: { ...from.ports, ...to.ports },
    ...(to.notes && { notes: to.notes }),
    ...(to.groups && { groups: to.groups }),
  };
}

const isFree = ({ from, port, to }: Edge, edges: readonly Edge[], lost: ReadonlySet<string>): boolean =>
  lost.has(to) && !edges.some((edge) => edge.from === from && edge.port === port);
