import type { StickyNote } from '../../../nodes/contract/flow.ts';
import type { FlowDocument } from '../../desk/document.ts';

export const NOTE_SIZE = { width: 208, height: 144 } as const;
const MOST_TEXT = 5_000;

export const addNote = (document: FlowDocument, note: StickyNote): FlowDocument => ({
  ...document,
  notes: [...(document.notes ?? []), note],
});

/** Changes a note's text, colour, place or size. */
export function editNote(
  document: FlowDocument,
  id: string,
  change: Partial<Omit<StickyNote, 'id'>>,
): FlowDocument {
  const { notes = [] } = document;
  const note = notes.find((other) => other.id === id);
  if (!note || Object.entries(change).every(([key, value]) => note[key as keyof StickyNote] === value))
    return document;
  const text = (change.text ?? note.text).slice(0, MOST_TEXT);
  return {
    ...document,
    notes: notes.map((other) => (other === note ? { ...note, ...change, text } : other)),
  };
}
