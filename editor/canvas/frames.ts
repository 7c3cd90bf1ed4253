import type { Layout, NodeGroup } from '../../nodes/contract/flow.ts';
import type { GraphView } from '../../server/api/contract.ts';
import { edgeName } from '../desk/desk.ts';
import { BOX_WIDTH, FRAME, heightOf, type ShownPort } from './box-size.ts';
import type { Point, Rect } from './detours.ts';

/** A group that is drawn as one box. */
export interface Folded {
  readonly group: NodeGroup;
  readonly at: Point;
  /** The ways that lead out of it; ids are names of edges. */
  readonly ways: readonly ShownPort[];
  readonly isEntered: boolean;
}

/** The frame around nodes; nothing when none of them has a place. */
export function frameRect(
  nodes: readonly string[],
  layout: Layout,
  portsOf: (node: string) => readonly unknown[],
): Rect | undefined {
  const rects = nodes.flatMap((id) => {
    const place = layout[id];
    return place ? [{ ...place, bottom: place.y + heightOf(portsOf(id)) }] : [];
  });
  if (rects.length === 0) return undefined;
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
  const right = Math.max(...rects.map((rect) => rect.x)) + BOX_WIDTH;
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return {
    x: x - FRAME.side,
    y: y - FRAME.top,
    width: right - x + 2 * FRAME.side,
    height: bottom - y + FRAME.top + FRAME.side,
  };
}

/** The groups that are folded, with what still leads into and out of them. */
export function foldedGroups({ graph, groups = [], layout, ports }: GraphView): readonly Folded[] {
  return groups.flatMap((group): readonly Folded[] => {
    const rect = group.collapsed ? frameRect(group.nodes, layout, () => []) : undefined;
    if (!rect) return [];
    const members = new Set(group.nodes);
    const leaving = graph.edges.filter(({ from, to }) => members.has(from) && !members.has(to));
    return [
      {
        group,
        at: { x: rect.x, y: rect.y },
        ways: leaving.map(({ from, port }) => ({
          id: edgeName(from, port),
          label: (ports[from] ?? []).find(({ id }) => id === port)?.label ?? port,
          isDrawn: true,
        })),
        isEntered: graph.edges.some(({ from, to }) => !members.has(from) && members.has(to)),
      },
    ];
  });
}
