import type { Bench } from './bench.ts';
import { rectsOf } from './bench.ts';
import { focusBox } from './focus-box.ts';

export type Direction = 'on' | 'back' | 'up' | 'down';

/** Finding one's way on the canvas. */
export interface Traveller {
  fit(): void;
  zoom(by: number): void;
  /** Brings something to the middle, selected and focused. */
  goTo(id: string): void;
  /** Goes from a node along its edges, or to the next one above or below. */
  goAlong(from: string | undefined, direction: Direction): void;
}

const NEAR = 0.75;

export function traveller(bench: Bench): Traveller {
  const { desk, flow, pane } = bench;
  const self: Traveller = {
    fit: () => void flow.fitView({ padding: 0.1, maxZoom: 1, duration: 250 }),
    zoom: (by) => void flow.zoomTo(flow.getZoom() * by, { duration: 150 }),
    goTo: (id) => {
      const { document, choose } = desk.getState();
      const folded = document.groups?.find(({ nodes, collapsed }) => collapsed && nodes.includes(id));
      const shown = folded?.id ?? id;
      choose([shown]);
      const node = flow.getNode(shown);
      const rect = node ? { ...node.position, ...node.measured } : rectsOf(bench, new Set([id])).get(id);
      if (!rect) return;
      const zoom = Math.max(flow.getZoom(), NEAR);
      const middle = { x: rect.x + (rect.width ?? 0) / 2, y: rect.y + (rect.height ?? 0) / 2 };
      void flow.setCenter(middle.x, middle.y, { zoom, duration: 250 });
      // A node that was just made is drawn with the next frame.
      requestAnimationFrame(() => focusBox(pane.current, shown));
    },
    goAlong: (from, direction) => {
      const { document } = desk.getState();
      const beginning = from ?? document.graph.nodes[0]?.id;
      const next = from === undefined ? beginning : nextOf(bench, from, direction);
      if (next !== undefined) self.goTo(next);
    },
  };
  return self;
}

function nextOf(bench: Bench, from: string, direction: Direction): string | undefined {
  const { graph } = bench.desk.getState().document;
  const ports = (bench.desk.getState().ports[from] ?? []).map(({ id }) => id);
  if (direction === 'on')
    return graph.edges
      .filter((edge) => edge.from === from)
      .toSorted((a, b) => ports.indexOf(a.port) - ports.indexOf(b.port))[0]?.to;
  if (direction === 'back') return graph.edges.find((edge) => edge.to === from)?.from;
  const rects = rectsOf(bench);
  const here = rects.get(from);
  if (!here) return undefined;
  const sign = direction === 'up' ? -1 : 1;
  const far = ([, { x, y }]: readonly [string, { readonly x: number; readonly y: number }]) =>
    Math.abs(x - here.x) * 2 + Math.abs(y - here.y);
  return [...rects]
    .filter(([id, { y }]) => id !== from && sign * (y - here.y) > 0)
    .toSorted((a, b) => far(a) - far(b))[0]?.[0];
}
