import type { Ports } from '../../desk/desk.ts';
import type { Point } from '../../desk/edits/add-node.ts';
import { cornerOf, isEmpty, type Piece, paste, pieceOf, portsOfPasted } from '../../desk/edits/piece.ts';
import { remove } from '../../desk/edits/remove.ts';
import { fromClipboard, toClipboard } from '../edits/clipboard.ts';
import { type Bench, middleOf, snapped } from './bench.ts';

export interface Copier {
  /** The selected nodes as text; nothing when none is selected. */
  copy(): string | undefined;
  cut(): string | undefined;
  /** Puts in what a text holds; says so when it holds nothing of ours. */
  paste(text: string, at?: Point): void;
  /** What was copied in this page last, for menus: they may not read the clipboard. */
  pasteAgain(at?: Point): void;
  duplicate(): void;
  chooseAll(): void;
}

const BESIDE = 32;

export function copier(bench: Bench): Copier {
  const { desk, state } = bench;
  let copied: string | undefined;
  let pastes = 0;
  const putAt = (piece: Piece, at?: Point) => {
    const corner = cornerOf(piece);
    const middle = at ?? middleOf(bench);
    const shift = at ? 0 : (pastes++ % 8) * BESIDE;
    const by = { x: snapped(middle.x - corner.x) + shift, y: snapped(middle.y - corner.y) + shift };
    put(bench, piece, by, portsOfTypes(bench, piece));
  };
  const self: Copier = {
    copy: () => {
      const { document, chosen } = desk.getState();
      const piece = pieceOf(document, chosen);
      if (isEmpty(piece)) return undefined;
      pastes = 0;
      copied = toClipboard(piece);
      return copied;
    },
    cut: () => {
      const text = self.copy();
      const { chosen, choose, edit } = desk.getState();
      if (text === undefined) return undefined;
      edit((document) => remove(document, new Set(chosen)));
      choose([]);
      return text;
    },
    paste: (text, at) => {
      const { say, isReadOnly } = desk.getState();
      if (isReadOnly) return;
      const reading = fromClipboard(text);
      if (reading.is === 'other') return say('notOurs');
      if (reading.is === 'nodes') return putAt(reading.piece, at);
      const { name, piece } = reading;
      state.setState({ offer: { name, count: piece.nodes.length, take: () => putAt(piece, at) } });
    },
    pasteAgain: (at) =>
      copied === undefined ? desk.getState().say('nothingCopied') : self.paste(copied, at),
    duplicate: () => {
      const { document, chosen, ports } = desk.getState();
      const piece = pieceOf(document, chosen);
      if (!isEmpty(piece)) put(bench, piece, { x: BESIDE, y: BESIDE }, ports);
    },
    chooseAll: () => {
      const { graph, notes = [] } = desk.getState().document;
      desk.getState().choose([...graph.nodes, ...notes].map(({ id }) => id));
    },
  };
  return self;
}

function put(bench: Bench, piece: Piece, by: Point, ports: Ports): void {
  const { document, edit, choose, isReadOnly } = bench.desk.getState();
  if (isReadOnly) return;
  const pasted = paste(document, piece, by, bench.dice);
  edit(() => pasted.document, { ports: portsOfPasted(ports, pasted.renamed) });
  choose(pasted.ids);
}

/** The ways out of nodes that come from elsewhere: those of their type until the server has looked. */
function portsOfTypes({ desk }: Bench, { nodes }: Piece): Ports {
  const { types, ports } = desk.getState();
  return Object.fromEntries(
    nodes.flatMap(({ id, type }) => {
      const known = ports[id] ?? types.get(type)?.fresh.ports;
      return known ? [[id, known]] : [];
    }),
  );
}
