/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to make one text of the other.
 * Anything above `most` is said as `most + 1`.
 */
export function editDistance(from: string, to: string, most: number): number {
  const [a, b] = [[...from], [...to]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last]: [readonly number[], readonly number[]] = [[], b.map((_, j) => j)];
  last = [...last, b.length];
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      const cost = Math.min(
        at(last, j + 1) + 1,
        at(row, j) + 1,
        at(last, j) + (letter === other ? 0 : 1),
        swapped ? at(before, j - 1) + 1 : most + 1,
      );
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return Math.min(at(last, b.length), most + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
