/** A text with a part of it selected. */
export interface Caret {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts something where the caret is, instead of what is selected; the caret is behind it then. */
export function insertAt({ text, from, to }: Caret, what: string): Caret {
  const end = from + what.length;
  return { text: text.slice(0, from) + what + text.slice(to), from: end, to: end };
}

/** Marks what is selected, as WhatsApp does (`*bold*`), or takes the marks off. Blanks at its ends stay outside. */
export function wrapWith(caret: Caret, mark: string): Caret {
  const { text } = caret;
  const inside = text.slice(caret.from, caret.to);
  const lead = inside.length - inside.trimStart().length;
  const from = inside.trim() === '' ? caret.from : caret.from + lead;
  const to = inside.trim() === '' ? caret.to : from + inside.trim().length;
  const n = mark.length;
  if (text.slice(from - n, from) === mark && text.slice(to, to + n) === mark)
    return {
      text: text.slice(0, from - n) + text.slice(from, to) + text.slice(to + n),
      from: from - n,
      to: to - n,
    };
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    from: from + n,
    to: to + n,
  };
}

/** Begins every selected line with something (`- `, `> `, or numbers), or takes it off where all lines begin so. */
export function prefixLines({ text, from, to }: Caret, prefix: '- ' | '> ' | '1. '): Caret {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const known = prefix === '1. ' ? /^\d+\. / : prefix === '- ' ? /^[-*] / : /^> ?/;
  const isMarked = lines.every((line) => known.test(line));
  const changed = lines
    .map((line, index) =>
      isMarked
        ? line.replace(known, '')
        : `${prefix === '1. ' ? `${index + 1}. ` : prefix}${line.replace(ANY, '')}`,
    )
    .join('\n');
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length };
}

const ANY = /^(\d+\. |[-*] |> ?)/;
