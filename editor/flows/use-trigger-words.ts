import { useCallback } from 'react';
import { textIn } from '../../nodes/contract/face.ts';
import type { TriggerView } from '../../server/api/contract.ts';
import { useNodeWords } from '../lib/use-node-words.ts';

/** Says in words what starts a flow. What a pattern stands for is told by the admin's own name for the box. */
export function useTriggerWords(): (trigger: TriggerView) => string {
  const { summaryOf } = useNodeWords();
  return useCallback(
    ({ type, title, params }) =>
      title !== undefined && textIn(params, 'how') === 'pattern' ? title : summaryOf(type, params),
    [summaryOf],
  );
}
