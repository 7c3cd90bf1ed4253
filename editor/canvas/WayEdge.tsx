import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { useDesk } from '../desk/DeskContext.tsx';
import { corners, type Detour, type Point, reach } from './detours.ts';

export type Way = Edge<WayData, 'way'>;

export interface WayData extends Record<string, unknown> {
  /** The node and port it begins at, folded away or not. */
  readonly from: string;
  readonly port: string;
  /** What the port is called. */
  readonly label: string;
  readonly detour?: Detour;
}

const ROUND = 12;
/** From this length on the name of the way is written on it: its box is out of sight. */
const LONG = 520;

/** An edge: a curve where that is clear, and around boxes where it would cross them. */
export function WayEdge({ id, sourceX, sourceY, targetX, targetY, data, markerEnd }: EdgeProps<Way>) {
  const isLit = useDesk(({ marks }) => marks.lit?.edges.has(id) ?? false);
  const [from, to] = [
    { x: sourceX, y: sourceY },
    { x: targetX, y: targetY },
  ];
  const points = data?.detour && corners(from, to, data.detour);
  const path = points ? rounded(points) : curve(from, to);
  const isLong = Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > LONG;
  const middle = points ? between(points[2], points[3]) : between(from, to);
  return (
    <g data-lit={isLit || undefined}>
      <BaseEdge path={path} interactionWidth={18} {...(markerEnd && { markerEnd })} />
      {isLong && data && (
        <text className="way-label" x={middle.x} y={middle.y - 5}>
          {data.label}
        </text>
      )}
    </g>
  );
}

function curve(from: Point, to: Point): string {
  const bend = reach(from, to);
  return `M${at(from)} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${at(to)}`;
}

const between = (a: Point = ORIGIN, b: Point = ORIGIN): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const ORIGIN: Point = { x: 0, y: 0 };

/** A line with round corners. */
function rounded(points: readonly Point[]): string {
  const kept = points.filter((point, n) => n === 0 || distance(point, points[n - 1] ?? point) > 0.5);
  const pieces = kept.map((point, n) => {
    const [before, after] = [kept[n - 1], kept[n + 1]];
    if (!before) return `M${at(point)}`;
    if (!after) return `L${at(point)}`;
    const room = Math.min(ROUND, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, room))} Q${at(point)} ${at(towards(point, after, room))}`;
  });
  return pieces.join(' ');
}

const at = ({ x, y }: Point): string => `${x},${y}`;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}
