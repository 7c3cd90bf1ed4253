import type { Edge, GraphNode, Layout, NodeGroup, Sample, StickyNote } from '../../../nodes/contract/flow.ts';
import type { Ports } from '../desk.ts';
import type { FlowDocument } from '../document.ts';
import type { Point } from './add-node.ts';
import { type Dice, freeId } from './ids.ts';

/** A part of a flow that can be put into any flow. */
export interface Piece {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
  readonly notes: readonly StickyNote[];
  readonly groups: readonly NodeGroup[];
  readonly layout: Layout;
  readonly samples: { readonly [node: string]: Sample };
}

/** What is selected, with the edges inside it. A group comes with its nodes. */
export function pieceOf(document: FlowDocument, chosen: readonly string[]): Piece {
  const { graph, layout, notes = [], groups = [], samples = {} } = document;
  const ids = new Set(chosen);
  for (const { id, nodes } of groups) if (ids.has(id)) for (const node of nodes) ids.add(node);
  const taken = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.filter(({ id }) => ids.has(id));
  const of = <T>(record: { readonly [id: string]: T }) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
  return {
    nodes: taken(graph.nodes),
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    notes: taken(notes),
    groups: groups.filter(({ id, nodes }) => ids.has(id) || nodes.every((node) => ids.has(node))),
    layout: of(layout),
    samples: of(samples),
  };
}

export const isEmpty = ({ nodes, notes }: Piece): boolean => nodes.length + notes.length === 0;

/** The left upper corner of a piece. */
export function cornerOf({ nodes, layout, notes }: Piece): Point {
  const places = [...nodes.flatMap(({ id }) => layout[id] ?? []), ...notes];
  return {
    x: places.reduce((least, { x }) => Math.min(least, x), places[0]?.x ?? 0),
    y: places.reduce((least, { y }) => Math.min(least, y), places[0]?.y ?? 0),
  };
}

export interface Pasted {
  readonly document: FlowDocument;
  /** The new ids of what was pasted: what becomes selected. */
  readonly ids: readonly string[];
  /** How what was pasted is called now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Puts a piece on the canvas, moved by so much. Everything in it gets an id of its own. */
export function paste(document: FlowDocument, piece: Piece, by: Point, dice: Dice): Pasted {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const rename = (id: string, stem: string) => {
    const now = freeId(stem, document, dice, taken);
    taken.add(now);
    renamed.set(id, now);
  };
  for (const { id, type } of piece.nodes) rename(id, type);
  for (const { id } of piece.notes) rename(id, 'note');
  for (const { id } of piece.groups) rename(id, 'group');
  const now = (id: string) => renamed.get(id) ?? id;
  const at = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const corner = cornerOf(piece);
  const { notes = [], groups = [], samples = {}, graph, layout } = document;
  const next: FlowDocument = {
    ...document,
    graph: {
      ...graph,
      nodes: [...graph.nodes, ...piece.nodes.map((node) => ({ ...node, id: now(node.id) }))],
      edges: [
        ...graph.edges,
        ...piece.edges.map(({ from, port, to }) => ({ from: now(from), port, to: now(to) })),
      ],
    },
    layout: {
      ...layout,
      ...Object.fromEntries(piece.nodes.map(({ id }) => [now(id), at(piece.layout[id] ?? corner)])),
    },
    ...(piece.notes.length > 0 && {
      notes: [...notes, ...piece.notes.map((note) => ({ ...note, ...at(note), id: now(note.id) }))],
    }),
    ...(piece.groups.length > 0 && {
      groups: [
        ...groups,
        ...piece.groups.map((group) => ({ ...group, id: now(group.id), nodes: group.nodes.map(now) })),
      ],
    }),
    ...(Object.keys(piece.samples).length > 0 && {
      samples: {
        ...samples,
        ...Object.fromEntries(Object.entries(piece.samples).map(([id, sample]) => [now(id), sample])),
      },
    }),
  };
  return { document: next, ids: [...renamed.values()], renamed };
}

/** The ways out of pasted nodes, as far as the flow they were copied from knows them. */
export const portsOfPasted = (ports: Ports, renamed: ReadonlyMap<string, string>): Ports =>
  Object.fromEntries(
    [...renamed].flatMap(([was, now]) => {
      const known = ports[was];
      return known ? [[now, known]] : [];
    }),
  );
