import type { Edge, Graph, GraphNode } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { currentVersion } from '../../nodes/contract/registry.ts';
import { types } from './types.ts';

/** A node of today's version. */
export function node(
  id: string,
  type: string,
  params: JsonObject = {},
  more: Partial<GraphNode> = {},
): GraphNode {
  const known = types.get(type);
  return { id, type, v: known ? currentVersion(known) : 1, params, ...more };
}

/** Edges as arrows: `start next hello`. */
export const edges = (...arrows: readonly string[]): readonly Edge[] =>
  arrows.map((arrow) => {
    const [from = '', port = '', to = ''] = arrow.split(' ');
    return { from, port, to };
  });

export const start = node('start', 'any-message');
export const say = (id: string, text = 'Hello', more: JsonObject = {}): GraphNode =>
  node(id, 'send-message', { messages: [{ text }], ...more });
export const ask = (id: string, more: JsonObject = {}): GraphNode =>
  node(id, 'ask', { question: 'Who?', saveAs: 'who', noReply: { after: '1h' }, ...more }, { title: 'Who' });

/** A trigger that leads through nodes one after the other, and the given arrows besides. */
export function line(nodes: readonly GraphNode[], ...arrows: readonly string[]): Graph {
  const all = [start, ...nodes];
  const drawn = new Set(arrows.map((arrow) => arrow.split(' ').slice(0, 2).join(' ')));
  const steps = all.slice(1).map(({ id }, n) => {
    const from = all[n] ?? start;
    const [port] = types.get(from.type)?.ports(from.params) ?? [];
    return `${from.id} ${port?.id ?? 'next'} ${id}`;
  });
  return {
    nodes: all,
    edges: edges(...steps.filter((step) => !drawn.has(step.split(' ').slice(0, 2).join(' '))), ...arrows),
  };
}
