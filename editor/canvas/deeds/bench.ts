import type { ReactFlowInstance } from '@xyflow/react';
import type { DeskStore } from '../../desk/desk.ts';
import type { Point } from '../../desk/edits/add-node.ts';
import type { Dice } from '../../desk/edits/ids.ts';
import { drawnPorts, heightOf, shownPorts } from '../box-size.ts';
import type { CanvasStore } from '../canvas-state.ts';
import type { Rect } from '../edits/align.ts';
import type { Drawn } from '../to-xyflow.ts';
import type { Way } from '../WayEdge.tsx';

/** Everything that deeds on the canvas work with. */
export interface Bench {
  readonly desk: DeskStore;
  readonly flow: ReactFlowInstance<Drawn, Way>;
  readonly state: CanvasStore;
  /** The element that the canvas is drawn in, while it is shown. */
  readonly pane: { current: HTMLElement | null };
  readonly dice: Dice;
}

const BOX_WIDTH = 244;

/** Where the nodes and notes of the document lie. */
export function rectsOf({ desk }: Bench, wanted?: ReadonlySet<string>): ReadonlyMap<string, Rect> {
  const { document, ports } = desk.getState();
  const drawn = drawnPorts(document.graph);
  const rects = new Map<string, Rect>();
  for (const { id } of document.graph.nodes) {
    if (wanted && !wanted.has(id)) continue;
    const height = heightOf(shownPorts(ports[id] ?? [], drawn.get(id) ?? new Set()));
    rects.set(id, { ...(document.layout[id] ?? { x: 0, y: 0 }), width: BOX_WIDTH, height });
  }
  for (const { id, x, y, width, height } of document.notes ?? [])
    if (!wanted || wanted.has(id)) rects.set(id, { x, y, width, height });
  return rects;
}

/** The nodes and notes that are selected; a group stands for its nodes. */
export function chosenThings({ desk }: Bench): ReadonlySet<string> {
  const { chosen, document } = desk.getState();
  const members = (document.groups ?? [])
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ nodes }) => nodes);
  return new Set([...chosen, ...members]);
}

/** The middle of what is seen, in the coordinates of the flow. */
export function middleOf({ flow, pane }: Bench): Point {
  const rect = pane.current?.getBoundingClientRect();
  return rect
    ? flow.screenToFlowPosition({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })
    : { x: 0, y: 0 };
}

const GAP = 24;

/** The first free place from a wish on downwards. */
export function freePlace(bench: Bench, wish: Point, height = 130): Point {
  const rects = [...rectsOf(bench).values()].toSorted((a, b) => a.y - b.y);
  let { y } = wish;
  for (const rect of rects) {
    const isBeside = rect.x < wish.x + BOX_WIDTH + GAP && wish.x < rect.x + rect.width + GAP;
    if (isBeside && rect.y < y + height + GAP && y < rect.y + rect.height + GAP)
      y = rect.y + rect.height + GAP;
  }
  return { x: snapped(wish.x), y: snapped(y) };
}

const GRID = 16;
export const snapped = (n: number): number => Math.round(n / GRID) * GRID;
