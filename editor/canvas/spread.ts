interface Place {
  readonly x: number;
  readonly y: number;
}

const COLUMN = 200;
const GAP = 28;

/** Moves boxes that would cover one another further down: how tall a box is, is known only here. */
export function spread(
  layout: { readonly [node: string]: Place },
  heights: ReadonlyMap<string, number>,
): ReadonlyMap<string, Place> {
  const placed: { readonly id: string; readonly x: number; y: number; readonly height: number }[] = [];
  const inOrder = [...heights]
    .map(([id, height]) => ({ id, height, ...(layout[id] ?? { x: 0, y: 0 }) }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
  for (const box of inOrder) {
    let { y } = box;
    const beside = placed.filter(({ x }) => Math.abs(x - box.x) < COLUMN).sort((a, b) => a.y - b.y);
    for (const other of beside)
      if (y < other.y + other.height + GAP && other.y < y + box.height + GAP)
        y = other.y + other.height + GAP;
    placed.push({ ...box, y });
  }
  return new Map(placed.map(({ id, x, y }) => [id, { x, y }]));
}
