import type { Graph } from '../../../nodes/contract/flow.ts';
import type { FlowDocument } from '../../desk/document.ts';

const MOST_LETTERS = 200;

/** Gives a node a name of its own; an empty one leaves it the name of its type. */
export function renameNode(document: FlowDocument, id: string, name: string): FlowDocument {
  const title = name.trim().slice(0, MOST_LETTERS);
  const { nodes } = document.graph;
  const node = nodes.find((other) => other.id === id);
  if (!node || (node.title ?? '') === title) return document;
  const { title: _, ...rest } = node;
  const renamed = title === '' ? rest : { ...rest, title };
  return {
    ...document,
    graph: { ...document.graph, nodes: nodes.map((other) => (other === node ? renamed : other)) },
  };
}

/** Calls the flow something else. A flow always has a name. */
export function renameFlow(document: FlowDocument, wish: string): FlowDocument {
  const name = wish.trim().slice(0, MOST_LETTERS);
  return name === '' || name === document.name ? document : { ...document, name };
}

/** Where conversations go when the flow fails; nothing means to the queue. */
export function setOnFailure(document: FlowDocument, onFailure: Graph['onFailure']): FlowDocument {
  const { onFailure: _, ...graph } = document.graph;
  return { ...document, graph: onFailure ? { ...graph, onFailure } : graph };
}
