import type { FlowSummary } from '../../server/api/contract.ts';
import type { Key } from './language.tsx';

/** How a flow stands, as a badge says it. */
export interface Status {
  readonly key: Key;
  readonly colour: string;
  readonly n: number;
}

export function statusOf({ live, changed }: Pick<FlowSummary, 'live' | 'changed'>): Status {
  if (live === undefined) return { key: 'isDraft', colour: 'gray', n: 0 };
  return changed
    ? { key: 'isChanged', colour: 'orange', n: live }
    : { key: 'isLive', colour: 'sluice', n: live };
}

/** Whether there is something to publish, and nothing in the way of it. */
export const isPublishable = ({
  live,
  changed,
  errors,
}: Pick<FlowSummary, 'live' | 'changed' | 'errors'>): boolean =>
  errors === 0 && (live === undefined || changed);
