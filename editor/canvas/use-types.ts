import { useMemo } from 'react';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';

/** The types of node, in the words of whoever looks. */
export function useTypes(): ReadonlyMap<string, NodeTypeView> {
  const types = useDesk((desk) => desk.types);
  const words = useNodeWords();
  return useMemo(
    () =>
      new Map(
        [...types].map(([name, type]) => [
          name,
          { ...type, title: words.titleOf(type), doc: words.docOf(type), fresh: words.freshOf(type) },
        ]),
      ),
    [types, words],
  );
}
