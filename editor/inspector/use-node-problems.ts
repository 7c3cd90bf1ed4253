import { useMemo } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { FieldProblem } from '../forms/FormContext.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { changed } from './edits.ts';

/** What is wrong with a node, in the words of whoever reads the page; without a field it is about the node itself. */
export function useNodeProblems(node: string | undefined): readonly FieldProblem[] {
  const desk = useDeskStore();
  const problems = useDesk(({ flow }) => flow.problems);
  const isLooking = useDesk(({ version }) => version !== undefined);
  const { say } = useNodeWords();
  return useMemo(
    () =>
      isLooking
        ? []
        : problems
            .filter((problem) => problem.node === node)
            .map(({ field = '', severity, sentence, fix }) => ({
              field,
              severity,
              message: say(sentence),
              ...(fix && {
                fix: { label: say(fix.sentence), apply: () => desk.getState().edit(changed(fix.change)) },
              }),
            })),
    [problems, node, say, desk, isLooking],
  );
}
