import type { TestOutcome } from '../../server/api/contract.ts';

type DiffLine = TestOutcome['diff'][number];

/** Lines around a difference that are shown with it. */
const AROUND = 2;

/** A difference without the long parts that are the same; a line `…` stands for each. */
export function shortDiff(diff: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = diff.map((_, i) =>
    diff.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(({ mark }) => mark !== ' '),
  );
  return diff.flatMap((line, i): readonly DiffLine[] => {
    if (isNear[i]) return [line];
    return i === 0 || isNear[i - 1] ? [{ mark: ' ', line: '…' }] : [];
  });
}
