import { use, useMemo } from 'react';
import type { Json } from '../../nodes/contract/json.ts';
import type { FlowSummary } from '../../server/api/contract.ts';
import { DeskContext } from '../desk/DeskContext.tsx';
import { useResource } from '../lib/resource.ts';

/** The tags that flows use already, so that one thing is not called by two names. */
export function useTags(isWanted: boolean): string[] {
  const desk = use(DeskContext);
  const flows = useResource<readonly FlowSummary[]>(isWanted ? '/flows' : undefined);
  const draft = desk?.getState().document.graph;
  return useMemo(() => {
    if (!isWanted) return [];
    const params = [
      ...(flows.data ?? []).flatMap(({ triggers }) => triggers.map((trigger) => trigger.params)),
      ...(draft?.nodes ?? []).map((node) => node.params),
    ];
    const found = params.flatMap((one) => ['add', 'remove', 'tags'].flatMap((key) => textsIn(one[key])));
    return [...new Set(found)].filter((tag) => !tag.includes('{{')).toSorted();
  }, [isWanted, flows.data, draft]);
}

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
