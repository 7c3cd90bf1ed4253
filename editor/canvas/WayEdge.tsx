import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { corners, type Detour, type Point, reach } from './detours.ts';

export type Way = Edge<{ readonly detour?: Detour }, 'way'>;

const ROUND = 12;

/** An edge: a curve where that is clear, and around boxes where it would cross them. */
export function WayEdge({ sourceX, sourceY, targetX, targetY, data, ...rest }: EdgeProps<Way>) {
  const [from, to] = [
    { x: sourceX, y: sourceY },
    { x: targetX, y: targetY },
  ];
  const path = data?.detour ? rounded(corners(from, to, data.detour)) : curve(from, to);
  const { markerEnd, style } = rest;
  return <BaseEdge path={path} {...(markerEnd && { markerEnd })} {...(style && { style })} />;
}

function curve(from: Point, to: Point): string {
  const bend = reach(from, to);
  return `M${at(from)} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${at(to)}`;
}

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
