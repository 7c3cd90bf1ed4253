const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * The text within `limit` UTF-16 units, with … where it was cut; never through an emoji or a Thai syllable's marks.
 * Meta does not say how it counts; UTF-16 is the strictest reading.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${headOf(text, limit - ELLIPSIS.length).trimEnd()}${ELLIPSIS}`;
}

/** The whole letters of a text that fit into `limit` UTF-16 units. */
function headOf(text: string, limit: number): string {
  let end = 0;
  // Two units more than fit: enough to see whether the last letter goes on.
  for (const { segment, index } of LETTERS.segment(text.slice(0, limit + 2))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** One line of plain text: titles on buttons and rows know no line breaks. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
