import { walkJson } from './json-mistake.ts';

/** Slips mended one by one; a text with more of them is cut at the next. */
const MOST_SLIPS = 20;
const CLOSERS: { readonly [opener: string]: string } = { '{': '}', '[': ']' };

/**
 * What can be saved of a text that is not quite JSON: commas too many or too few are mended; at anything else, such as
 * where a file was cut off, it ends with the last thing that is whole. Undefined when nothing is.
 */
export function mendJson(text: string): string | undefined {
  let mended = text;
  for (let slips = 0; ; slips += 1) {
    const stop = walkJson(mended);
    if (!stop) return mended;
    const { at, wanted, comma, whole, open } = stop;
    const first = mended.charAt(at);
    if (slips < MOST_SLIPS && comma !== undefined && (first === '}' || first === ']'))
      mended = mended.slice(0, comma) + mended.slice(comma + 1);
    else if (slips < MOST_SLIPS && wanted.startsWith('a comma') && /["{[\w-]/.test(first))
      mended = `${mended.slice(0, at)},${mended.slice(at)}`;
    else if (whole === 0) return undefined;
    else
      return (
        mended.slice(0, whole) +
        open
          .toReversed()
          .map((opener) => CLOSERS[opener])
          .join('')
      );
  }
}
