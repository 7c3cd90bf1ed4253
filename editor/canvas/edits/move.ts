import type { FlowDocument } from '../../desk/document.ts';
import type { Point } from '../../desk/edits/add-node.ts';

/** Places of nodes and notes, by id. */
export type Places = ReadonlyMap<string, Point>;

/** Puts nodes and notes elsewhere. */
export function move(document: FlowDocument, places: Places): FlowDocument {
  const { layout, notes = [], graph } = document;
  const moved = graph.nodes.flatMap(({ id }) => {
    const [to, was] = [places.get(id), layout[id]];
    return to && (to.x !== was?.x || to.y !== was.y) ? [[id, { x: to.x, y: to.y }] as const] : [];
  });
  const isNoteMoved = notes.some(({ id, x, y }) => {
    const to = places.get(id);
    return to && (to.x !== x || to.y !== y);
  });
  if (moved.length === 0 && !isNoteMoved) return document;
  return {
    ...document,
    layout: { ...layout, ...Object.fromEntries(moved) },
    ...(isNoteMoved && {
      notes: notes.map((note) => {
        const to = places.get(note.id);
        return to ? { ...note, x: to.x, y: to.y } : note;
      }),
    }),
  };
}

/** Moves nodes and notes by so much. */
export function nudge(document: FlowDocument, ids: ReadonlySet<string>, by: Point): FlowDocument {
  const { layout, notes = [] } = document;
  const places = new Map<string, Point>();
  for (const [id, { x, y }] of Object.entries(layout))
    if (ids.has(id)) places.set(id, { x: x + by.x, y: y + by.y });
  for (const { id, x, y } of notes) if (ids.has(id)) places.set(id, { x: x + by.x, y: y + by.y });
  return move(document, places);
}
