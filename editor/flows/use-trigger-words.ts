import { textIn } from '../../nodes/contract/face.ts';
import type { TriggerView } from '../../server/api/contract.ts';
import { summaryOf } from '../lib/faces.ts';

/** Says in words what starts a flow. What a pattern stands for is told by the admin's own name for the box. */
export const useTriggerWords = (): ((trigger: TriggerView) => string) => inWords;

const inWords = ({ type, title, params }: TriggerView): string =>
  title !== undefined && textIn(params, 'how') === 'pattern' ? title : summaryOf(type, params);
