import type { Graph, Layout } from '../../../nodes/contract/flow.ts';

const COLUMN = 320;
const ROW = 160;

/**
 * Places for the nodes that have none: columns from left to right by how many edges away from a beginning
 * they are, below everything that has its place already.
 */
export function layOut({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>, known: Layout = {}): Layout {
  const columns = columnsOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const places = new Map(Object.entries(known));
  const top = [...places.values()].reduce((lowest, { y }) => Math.max(lowest, y), -ROW) + ROW;
  const filled = new Map<number, number>();
  for (const { id } of nodes) {
    if (places.has(id)) continue;
    const column = columns.get(id) ?? 0;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    places.set(id, { x: column * COLUMN, y: top + row * ROW });
  }
  return Object.fromEntries(nodes.flatMap(({ id }) => [[id, places.get(id) ?? { x: 0, y: top }]]));
}

function columnsOf(ids: readonly string[], edges: Graph['edges']): ReadonlyMap<string, number> {
  const ways = Map.groupBy(edges, ({ from }) => from);
  const entered = new Set(edges.map(({ to }) => to));
  const columns = new Map<string, number>();
  // Circles that nothing leads into begin at their first node.
  for (const root of [...ids.filter((id) => !entered.has(id)), ...ids]) {
    if (columns.has(root)) continue;
    columns.set(root, 0);
    const waiting = [root];
    for (const id of waiting)
      for (const { to } of ways.get(id) ?? []) {
        if (columns.has(to)) continue;
        columns.set(to, (columns.get(id) ?? 0) + 1);
        waiting.push(to);
      }
  }
  return columns;
}
