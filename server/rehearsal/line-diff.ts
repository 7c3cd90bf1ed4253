/** A line that only the first text has (`-`), only the second (`+`), or both. */
export interface DiffLine {
  readonly mark: '-' | '+' | ' ';
  readonly line: string;
}

/** The difference of two texts by lines, as short as can be. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [old, young] = [toLines(before), toLines(after)];
  const begin = old.findIndex((line, i) => line !== young[i]);
  const same = begin === -1 ? Math.min(old.length, young.length) : begin;
  const [left, right] = [old.slice(same), young.slice(same)];
  const rest = left.length * right.length > MOST_PAIRS ? allOther(left, right) : shortest(left, right);
  return [...old.slice(0, same).map((line): DiffLine => ({ mark: ' ', line })), ...rest];
}

/** Beyond that, the shortest difference is dear to find and nobody reads it. */
const MOST_PAIRS = 2_000_000;

const allOther = (old: readonly string[], young: readonly string[]): readonly DiffLine[] => [
  ...old.map((line): DiffLine => ({ mark: '-', line })),
  ...young.map((line): DiffLine => ({ mark: '+', line })),
];

function shortest(old: readonly string[], young: readonly string[]): readonly DiffLine[] {
  const common = longestCommon(old, young);
  const diff: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    const [left, right] = [old[i], young[j]];
    if (left !== undefined && left === right) {
      diff.push({ mark: ' ', line: left });
      i += 1;
      j += 1;
    } else if (right === undefined || (left !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      diff.push({ mark: '-', line: left ?? '' });
      i += 1;
    } else {
      diff.push({ mark: '+', line: right });
      j += 1;
    }
  }
  return diff;
}

/** How many lines the rests of both texts have in common, from each pair of places on. */
function longestCommon(old: readonly string[], young: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] ?? [];
      row[j] =
        old[i] === young[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

const at = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;
const toLines = (text: string): readonly string[] => text.trimEnd().split('\n');
