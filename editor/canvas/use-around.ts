import { useMemo } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { summaryOf } from '../lib/faces.ts';
import type { Around, Trouble } from './to-xyflow.ts';

/** What boxes say besides the graph, in the language of whoever looks: the one place that asks for the words of types. */
export function useAround(): Around {
  const types = useDesk((desk) => desk.types);
  const problems = useDesk((desk) => desk.flow.problems);
  const isVersion = useDesk((desk) => desk.version !== undefined);
  return useMemo(() => {
    const found = new Map<string, Trouble>();
    for (const { node, severity, message } of isVersion ? [] : problems) {
      if (node === undefined) continue;
      const before = found.get(node);
      const isError = severity === 'error';
      found.set(node, {
        isError: isError || (before?.isError ?? false),
        says: before && !(isError && !before.isError) ? before.says : message,
        count: (before?.count ?? 0) + 1,
      });
    }
    return {
      title: (type) => types.get(type)?.title ?? type,
      isTrigger: (type) => types.get(type)?.isTrigger ?? false,
      summary: ({ type, params }) => summaryOf(type, params),
      trouble: (node) => found.get(node),
    };
  }, [types, problems, isVersion]);
}
