import type { GraphNode } from '../../../nodes/contract/flow.ts';
import type { Port } from '../../../nodes/contract/node-type.ts';
import type { FlowDocument } from '../document.ts';
import { connect } from './connect.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a new node comes in. */
export interface NewNode {
  readonly node: GraphNode;
  readonly at: Point;
  /** The way out that is to lead to it. */
  readonly from?: { readonly node: string; readonly port: string };
  /** Its own way out that takes over what `from` led to: it is put in between. */
  readonly goesOnBy?: string;
}

/** Puts a node on the canvas, connected if it comes from somewhere. */
export function addNode(document: FlowDocument, { node, at, from, goesOnBy }: NewNode): FlowDocument {
  const led = from && document.graph.edges.find((edge) => edge.from === from.node && edge.port === from.port);
  const placed: FlowDocument = {
    ...document,
    graph: { ...document.graph, nodes: [...document.graph.nodes, node] },
    layout: { ...document.layout, [node.id]: at },
  };
  if (!from) return placed;
  const entered = connect(placed, { from: from.node, port: from.port, to: node.id });
  return led && goesOnBy !== undefined
    ? connect(entered, { from: node.id, port: goesOnBy, to: led.to })
    : entered;
}

/** The way out by which a node goes on when all is well. */
export const mainPort = (ports: readonly Port[]): string | undefined =>
  (ports.find(({ when }) => when === undefined || when === 'done') ?? ports[0])?.id;
