import { BOX_WIDTH, DOOR, HEAD_HEIGHT, PORT_HEIGHT } from './box-size.ts';
import { type Course, type Detour, detours, type Rect } from './detours.ts';
import type { Drawn, Picture } from './to-xyflow.ts';

/** Beyond this many edges the way around boxes is not worth the time: curves are drawn. */
const MOST_EDGES = 1_500;

/** The ways around boxes for the edges of a picture, by edge. */
export function waysAround({ nodes, edges }: Picture): ReadonlyMap<string, Detour> {
  if (edges.length > MOST_EDGES) return new Map();
  const boxes = new Map(nodes.filter(isBox).map((node) => [node.id, node]));
  const courses = edges.flatMap(({ id, source, sourceHandle, target }): readonly Course[] => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (!(from && to)) return [];
    const row = from.data.ports.findIndex((port) => port.id === sourceHandle);
    return [
      {
        id,
        target,
        from: {
          x: from.position.x + BOX_WIDTH,
          y: from.position.y + HEAD_HEIGHT + (row + 0.5) * PORT_HEIGHT,
        },
        to: { x: to.position.x, y: to.position.y + DOOR },
      },
    ];
  });
  return detours(courses, [...boxes.values()].map(rectOf));
}

type Boxed = Extract<Drawn, { readonly type?: 'box' | 'frame' | 'folded' }>;

const isBox = (node: Drawn): node is Boxed => node.type === 'box' || node.type === 'folded';

export const rectOf = ({ position, measured }: Drawn): Rect => ({
  ...position,
  width: measured?.width ?? BOX_WIDTH,
  height: measured?.height ?? HEAD_HEIGHT,
});
