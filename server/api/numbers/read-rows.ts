/** A row of a table that somebody pasted. */
export interface Row {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads rows separated by tabs, semicolons or commas, whichever the first one has; `"quoted"` cells may hold them. */
export function readRows(text: string): readonly Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const separator = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  return lines
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line.replaceAll('""', '\u0000')) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  // An empty quoted cell looks like a doubled quote.
  return [...cells, cell].map((each) => (each === '\u0000' ? '' : each.replaceAll('\u0000', '"').trim()));
}
