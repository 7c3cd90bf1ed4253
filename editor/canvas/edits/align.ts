import type { Point } from '../../desk/edits/add-node.ts';
import type { Places } from './move.ts';

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down';

/** New places for boxes so that they stand in line, or, with `across` and `down`, with the same gaps between them. */
export function align(rects: ReadonlyMap<string, Rect>, how: Alignment): Places {
  if (rects.size < 2) return new Map();
  if (how === 'across' || how === 'down') return spreadOut(rects, how);
  const all = [...rects.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const lines: { readonly [line in Exclude<Alignment, 'across' | 'down'>]: (rect: Rect) => Point } = {
    left: ({ y }) => ({ x: left, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    centre: ({ y, width }) => ({ x: Math.round((left + right - width) / 2), y }),
    top: ({ x }) => ({ x, y: top }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
    middle: ({ x, height }) => ({ x, y: Math.round((top + bottom - height) / 2) }),
  };
  return new Map([...rects].map(([id, rect]) => [id, lines[how](rect)]));
}

function spreadOut(rects: ReadonlyMap<string, Rect>, how: 'across' | 'down'): Places {
  const [at, size] = how === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const sorted = [...rects].toSorted(([, a], [, b]) => a[at] - b[at]);
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]];
  if (!first || !last) return new Map();
  const room = last[at] + last[size] - first[at] - sorted.reduce((sum, [, rect]) => sum + rect[size], 0);
  // Boxes that have no room between them keep at least a little.
  const gap = Math.max(room / (sorted.length - 1), 16);
  let next = first[at];
  return new Map(
    sorted.map(([id, { x, y, ...sizes }]) => {
      const place = { x, y, [at]: Math.round(next) };
      next += sizes[size] + gap;
      return [id, place];
    }),
  );
}
