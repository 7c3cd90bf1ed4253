/** A bar of a small chart: where its left top corner stands, and how high it is. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isEmpty: boolean;
}

const GAP = 2;
/** Nothing is a line to stand on; something is never as low as nothing. */
const NOTHING = 1;
const LEAST = 3;

/** Bars for a few numbers, side by side in a box; the highest fills it. */
export function sparkBars(values: readonly number[], width: number, height: number): readonly Bar[] {
  const most = Math.max(1, ...values);
  const each = (width - GAP * (values.length - 1)) / Math.max(1, values.length);
  return values.map((value, n) => {
    const isEmpty = value <= 0;
    const high = isEmpty ? NOTHING : Math.max(LEAST, (value / most) * height);
    return { x: n * (each + GAP), y: height - high, width: each, height: high, isEmpty };
  });
}
