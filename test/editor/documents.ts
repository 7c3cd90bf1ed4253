import type { FlowDocument } from '../../editor/desk/document.ts';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { Json } from '../../nodes/contract/json.ts';

export const node = (id: string, params: { readonly [key: string]: Json } = {}): GraphNode => ({
  id,
  type: 'ask',
  v: 1,
  params,
});

/** `a next b` draws an edge. */
export const edges = (...drawn: readonly string[]) =>
  drawn.map((words) => {
    const [from = '', port = '', to = ''] = words.split(' ');
    return { from, port, to };
  });

/** A document of nodes in a row, with these edges. */
export const flow = (ids: readonly string[], ...drawn: readonly string[]): FlowDocument => ({
  name: 'Flow',
  graph: { nodes: ids.map((id) => node(id, { text: id })), edges: edges(...drawn) },
  layout: Object.fromEntries(ids.map((id, n) => [id, { x: n * 320, y: 0 }])),
});
