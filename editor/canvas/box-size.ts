import type { Port } from '../../nodes/contract/node-type.ts';
import type { FlowDocument } from '../desk/document.ts';

// What boxes.css draws, in pixels of the canvas.
export const BOX_WIDTH = 244;
export const HEAD_HEIGHT = 75;
export const FOOT_HEIGHT = 6;
export const PORT_HEIGHT = 23;
/** How far from the top edges enter a box. */
export const DOOR = 22;
export const GRID = 16;
/** How far the frame of a group reaches beyond its nodes. */
export const FRAME = { side: 20, top: 52, folded: { width: BOX_WIDTH, height: 60 } } as const;

/** A way out as a box shows it. */
export interface ShownPort extends Pick<Port, 'id' | 'label' | 'authored'> {
  readonly isDrawn: boolean;
}

export const heightOf = (ports: readonly unknown[]): number =>
  HEAD_HEIGHT + ports.length * PORT_HEIGHT + FOOT_HEIGHT;

/** Ways out for trouble that nobody has drawn would only clutter the picture; the inspector lists them. */
export function shownPorts(ports: readonly Port[], drawn: ReadonlySet<string>): readonly ShownPort[] {
  const known = ports
    .filter(({ id, when }) => drawn.has(id) || when === undefined || when === 'done')
    .map((port) => ({ ...port, isDrawn: drawn.has(port.id) }));
  const lost = [...drawn]
    .filter((port) => !ports.some(({ id }) => id === port))
    .map((id) => ({ id, label: id, authored: true as const, isDrawn: true }));
  return [...known, ...lost];
}

/** The ways out of each node that an edge leaves by. */
export function drawnPorts({ edges }: FlowDocument['graph']): ReadonlyMap<string, ReadonlySet<string>> {
  const drawn = new Map<string, Set<string>>();
  for (const { from, port } of edges) {
    const ports = drawn.get(from) ?? new Set();
    drawn.set(from, ports.add(port));
  }
  return drawn;
}
