import type { FlowMap } from '../../server/api/contract.ts';

/** How large a box is drawn, in the measure of the canvas. */
export const BOX = { width: 230, height: 84 };
const MARGIN = 40;

/** What a small picture of a flow shows: the part of the canvas, and a curve for each line. */
export interface MapPicture {
  /** As SVG writes it: x, y, width, height. */
  readonly viewBox: string;
  readonly lines: readonly string[];
}

export function mapPicture({ nodes, edges }: FlowMap): MapPicture {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, top] = [Math.min(0, ...xs), Math.min(0, ...ys)];
  const from = nodes.length > 0 ? { x: Math.min(...xs), y: Math.min(...ys) } : { x: left, y: top };
  const width = Math.max(0, ...xs.map((x) => x - from.x)) + BOX.width + 2 * MARGIN;
  const height = Math.max(0, ...ys.map((y) => y - from.y)) + BOX.height + 2 * MARGIN;
  return {
    viewBox: `${from.x - MARGIN} ${from.y - MARGIN} ${width} ${height}`,
    lines: edges.flatMap(([a, b]) => {
      const [start, end] = [nodes[a], nodes[b]];
      return start && end ? [curve(start, end)] : [];
    }),
  };
}

type Place = FlowMap['nodes'][number];

/** From the right side of a box to the left side of another. */
function curve(start: Place, end: Place): string {
  const [x, y] = [start.x + BOX.width, start.y + BOX.height / 2];
  const [toX, toY] = [end.x, end.y + BOX.height / 2];
  const bend = Math.min(160, Math.max(40, Math.abs(toX - x) / 2));
  return `M${x},${y} C${x + bend},${y} ${toX - bend},${toY} ${toX},${toY}`;
}
