/** A piece of a line: plain, marked, or a link. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'strong' | 'em' | 's'; readonly pieces: readonly Piece[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'link'; readonly href: string; readonly text: string };

/** A block of a message. */
export type Block =
  | { readonly is: 'lines'; readonly lines: readonly (readonly Piece[])[] }
  | { readonly is: 'quote' | 'bullets'; readonly lines: readonly (readonly Piece[])[] }
  | { readonly is: 'numbers'; readonly start: number; readonly lines: readonly (readonly Piece[])[] }
  | { readonly is: 'mono'; readonly text: string };

const MARKS = { '*': 'strong', _: 'em', '~': 's' } as const;

// A mark opens before and closes after something visible, and not inside of a word: 2*3*4 stays as it is.
const INLINE =
  /`([^`\n]+)`|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\3).)*?\S)\3(?![\p{L}\p{N}])/gu;

/** WhatsApp's own formatting of a text, as blocks. */
export function blocksOf(text: string): readonly Block[] {
  return text
    .split(/```([\s\S]+?)```/)
    .flatMap((part, index): readonly Block[] =>
      index % 2 === 1 ? [{ is: 'mono', text: part.replace(/^\n|\n$/g, '') }] : linesOf(part, index > 0),
    );
}

/** The pieces of one line. */
export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) pieces.push({ is: 'text', text: line.slice(end, match.index) });
    pieces.push(pieceOf(match));
    end = match.index + match[0].length;
  }
  if (end < line.length) pieces.push({ is: 'text', text: line.slice(end) });
  return pieces;
}

/** A text without its marks, for where there is only one line. */
export const plain = (text: string): string => piecesOf(text).map(plainPiece).join('').replace(/```/g, '');

const plainPiece = (piece: Piece): string =>
  'pieces' in piece ? piece.pieces.map(plainPiece).join('') : piece.text;

function pieceOf([, code, href, mark, inner]: RegExpExecArray): Piece {
  if (code !== undefined) return { is: 'code', text: code };
  if (href !== undefined) return { is: 'link', href, text: href };
  return { is: MARKS[mark as keyof typeof MARKS], pieces: piecesOf(inner ?? '') };
}

interface Kind {
  readonly is: 'quote' | 'bullets' | 'numbers' | 'lines';
  readonly start: RegExp;
}

const KINDS: readonly Kind[] = [
  { is: 'quote', start: /^> ?/ },
  { is: 'bullets', start: /^[*-] +(?=\S)/ },
  { is: 'numbers', start: /^\d{1,3}\. +(?=\S)/ },
  { is: 'lines', start: /^/ },
];

function linesOf(text: string, follows: boolean): readonly Block[] {
  const source = follows ? text.replace(/^\n/, '') : text;
  if (source === '') return [];
  const blocks: { is: Kind['is']; start: number; lines: (readonly Piece[])[] }[] = [];
  for (const line of source.split('\n')) {
    const kind = KINDS.find(({ start }) => start.test(line));
    if (!kind) continue;
    const pieces = piecesOf(line.replace(kind.start, ''));
    const last = blocks.at(-1);
    if (last?.is === kind.is) last.lines.push(pieces);
    else blocks.push({ is: kind.is, start: Number.parseInt(line, 10) || 1, lines: [pieces] });
  }
  return blocks;
}
