import type { FlowDocument } from '../document.ts';

/** Throws dice: a number in [0, 1). Given by the caller, so that edits stay pure. */
export type Dice = () => number;

/** An id that nothing in the document has, nor anything that is `taken` besides. */
export function freeId(
  stem: string,
  document: FlowDocument,
  dice: Dice,
  taken: ReadonlySet<string> = new Set(),
): string {
  const used = idsIn(document);
  const plain = /^[A-Za-z0-9][\w-]*$/.test(stem) ? stem.slice(0, 40) : 'node';
  for (let length = 4; ; length += 1) {
    const id = `${plain}-${letters(dice, length)}`;
    if (!used.has(id) && !taken.has(id)) return id;
  }
}

const letters = (dice: Dice, length: number): string =>
  Array.from({ length }, () => Math.floor(dice() * 36).toString(36)).join('');

/** Nodes, notes and groups share one space of ids on the canvas. */
const idsIn = ({ graph, notes = [], groups = [] }: FlowDocument): ReadonlySet<string> =>
  new Set([...graph.nodes, ...notes, ...groups].map(({ id }) => id));
