import type { Edge } from '../../../nodes/contract/flow.ts';
import type { FlowDocument } from '../document.ts';

/** Draws an edge. A way out leads to one node: what it led to before is let go. */
export function connect(document: FlowDocument, edge: Edge): FlowDocument {
  const { edges } = document.graph;
  const isThere = edges.some((other) => isSameWay(other, edge) && other.to === edge.to);
  if (isThere || !document.graph.nodes.some(({ id }) => id === edge.to)) return document;
  const at = edges.findIndex((other) => isSameWay(other, edge));
  const others = edges.filter((other) => !isSameWay(other, edge));
  // An edge that is led elsewhere keeps its place among the others.
  return withEdges(document, at < 0 ? [...others, edge] : others.toSpliced(at, 0, edge));
}

/** Lets go of what a way out leads to. */
export const disconnect = (document: FlowDocument, way: Pick<Edge, 'from' | 'port'>): FlowDocument =>
  document.graph.edges.some((edge) => isSameWay(edge, way))
    ? withEdges(
        document,
        document.graph.edges.filter((edge) => !isSameWay(edge, way)),
      )
    : document;

const isSameWay = (a: Pick<Edge, 'from' | 'port'>, b: Pick<Edge, 'from' | 'port'>): boolean =>
  a.from === b.from && a.port === b.port;

const withEdges = (document: FlowDocument, edges: readonly Edge[]): FlowDocument => ({
  ...document,
  graph: { ...document.graph, edges },
});
