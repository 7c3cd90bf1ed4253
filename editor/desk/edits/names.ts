import type { FlowDocument } from '../document.ts';

const MOST_LETTERS = 200;

/** Calls the flow something else. A flow always has a name. */
export function renameFlow(document: FlowDocument, wish: string): FlowDocument {
  const name = wish.trim().slice(0, MOST_LETTERS);
  return name === '' || name === document.name ? document : { ...document, name };
}
