import type { Edge } from '../../../nodes/contract/flow.ts';
import type { Ports } from '../../desk/desk.ts';
import type { FlowDocument } from '../../desk/document.ts';
import type { Point } from '../../desk/edits/add-node.ts';
import { type Course, flowUnits, type Size, type Unit } from './flow-units.ts';
import { move, type Places } from './move.ts';

/** What tidying needs to know of the picture. */
export interface Picture {
  size(node: string): Size;
  readonly ports: Ports;
  /** The frame of a group: how far it reaches beyond its nodes, and what it measures folded. */
  readonly frame: { readonly side: number; readonly top: number; readonly folded: Size };
}

/**
 * Lays a flow out from left to right, in the order of the branches: what leaves by an upper port lies above. Groups stay
 * together, notes go along with the box they lie next to, and the upper left corner stays where it was.
 */
export function tidy(document: FlowDocument, picture: Picture): FlowDocument {
  const { graph, layout, groups = [] } = document;
  if (graph.nodes.length === 0) return document;
  const grouped = new Map<string, string>();
  const inner = new Map<string, Places>();
  const units = new Map<string, Unit>();
  for (const { id, nodes, collapsed } of groups) {
    for (const node of nodes) grouped.set(node, id);
    const places = flowUnits(
      nodes.map((node) => ({ id: node, ...picture.size(node) })),
      coursesOf(graph.edges, picture.ports, (node) => (nodes.includes(node) ? node : undefined)),
    );
    inner.set(id, places);
    const { side, top, folded } = picture.frame;
    const whole = extentOf(places, picture);
    units.set(id, {
      id,
      ...(collapsed ? folded : { width: whole.width + 2 * side, height: whole.height + top + side }),
    });
  }
  const order = byHeight(document);
  const all = order.flatMap((node): readonly Unit[] => {
    const inGroup = grouped.get(node);
    if (inGroup === undefined) return [{ id: node, ...picture.size(node) }];
    const unit = units.get(inGroup);
    units.delete(inGroup);
    return unit ? [unit] : [];
  });
  const outer = flowUnits(
    all,
    coursesOf(graph.edges, picture.ports, (node) => grouped.get(node) ?? node),
  );
  const places = new Map<string, Point>();
  for (const [id, at] of outer) {
    const members = inner.get(id);
    if (!members) places.set(id, at);
    const { side, top } = picture.frame;
    for (const [node, { x, y }] of members ?? []) places.set(node, { x: at.x + side + x, y: at.y + top + y });
  }
  return move(document, withNotes(document, shifted(places, cornerOf(layout, places))));
}

/** Edges between units, in the order of the ports they leave by. */
function coursesOf(
  edges: readonly Edge[],
  ports: Ports,
  unitOf: (node: string) => string | undefined,
): readonly Course[] {
  const rank = ({ from, port }: Edge) => {
    const at = (ports[from] ?? []).findIndex(({ id }) => id === port);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return edges
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((edge): readonly Course[] => {
      const [from, to] = [unitOf(edge.from), unitOf(edge.to)];
      return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
    });
}

/** Beginnings keep the order in which they stand, from above. */
const byHeight = ({ graph, layout }: FlowDocument): readonly string[] =>
  graph.nodes
    .map(({ id }) => id)
    .toSorted(
      (a, b) => (layout[a]?.y ?? 0) - (layout[b]?.y ?? 0) || (layout[a]?.x ?? 0) - (layout[b]?.x ?? 0),
    );

function extentOf(places: Places, { size }: Picture): Size {
  const corners = [...places].map(([id, { x, y }]) => {
    const { width, height } = size(id);
    return { x: x + width, y: y + height };
  });
  return {
    width: Math.max(0, ...corners.map(({ x }) => x)),
    height: Math.max(0, ...corners.map(({ y }) => y)),
  };
}

/** How far everything is to be moved so that its corner stays. */
function cornerOf(layout: FlowDocument['layout'], places: Places): Point {
  const known = [...places.keys()].flatMap((id) => layout[id] ?? []);
  const all = [...places.values()];
  const least = (points: readonly Point[], at: 'x' | 'y') =>
    points.length === 0 ? 0 : Math.min(...points.map((point) => point[at]));
  return { x: least(known, 'x') - least(all, 'x'), y: least(known, 'y') - least(all, 'y') };
}

const shifted = (places: Places, by: Point): Map<string, Point> =>
  new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));

/** A note goes along with the node it lies next to. */
function withNotes({ notes = [], layout }: FlowDocument, places: Map<string, Point>): Places {
  for (const note of notes) {
    let nearest: { readonly far: number; readonly by: Point } | undefined;
    for (const [id, to] of places) {
      const was = layout[id];
      if (!was) continue;
      const far = Math.hypot(was.x - note.x, was.y - note.y);
      if (!nearest || far < nearest.far) nearest = { far, by: { x: to.x - was.x, y: to.y - was.y } };
    }
    if (nearest) places.set(note.id, { x: note.x + nearest.by.x, y: note.y + nearest.by.y });
  }
  return places;
}
