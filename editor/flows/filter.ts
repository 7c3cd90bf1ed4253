import type { JsonObject } from '../../nodes/contract/json.ts';
import type { FlowSummary } from '../../server/api/contract.ts';

/** How a flow stands; each flow in one way. */
export type Standing = 'draft' | 'live' | 'changed' | 'archived';

export const STATUSES = ['all', 'draft', 'live', 'changed', 'withMistakes', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

export const SORTS = ['byOrder', 'byName', 'byChange', 'byStarts'] as const;
export type Sort = (typeof SORTS)[number];

/** What somebody wants to see of the list. */
export interface Wish {
  readonly text: string;
  readonly status: Status;
  readonly label?: string | undefined;
  readonly sort: Sort;
}

export const EVERYTHING: Wish = { text: '', status: 'all', sort: 'byOrder' };

export function standingOf({
  archived,
  live,
  changed,
}: Pick<FlowSummary, 'archived' | 'live' | 'changed'>): Standing {
  if (archived) return 'archived';
  if (live === undefined) return 'draft';
  return changed ? 'changed' : 'live';
}

/** The flows that fit, in the order that is wished for. */
export function choose(flows: readonly FlowSummary[], wish: Wish): readonly FlowSummary[] {
  const words = plain(wish.text).split(/\s+/).filter(Boolean);
  const fitting = flows.filter(
    (flow) =>
      hasStatus(flow, wish.status) &&
      (wish.label === undefined || flow.labels?.includes(wish.label)) &&
      words.every((word) => saidBy(flow).includes(word)),
  );
  return fitting.toSorted(COMPARE[wish.sort]);
}

function hasStatus(flow: FlowSummary, status: Status): boolean {
  const standing = standingOf(flow);
  if (status === 'archived') return standing === 'archived';
  if (standing === 'archived') return false;
  if (status === 'all') return true;
  if (status === 'withMistakes') return flow.errors > 0;
  // What is live and changed since is live all the same.
  return standing === status || (status === 'live' && standing === 'changed');
}

/** How many flows each status would show. */
export const countStatuses = (flows: readonly FlowSummary[]): { readonly [status in Status]: number } =>
  Object.fromEntries(
    STATUSES.map((status) => [status, flows.filter((flow) => hasStatus(flow, status)).length]),
  ) as { readonly [status in Status]: number };

/** All labels, once each, in the order of the alphabet. */
export const labelsOf = (flows: readonly FlowSummary[]): readonly string[] =>
  [...new Set(flows.flatMap(({ labels = [] }) => labels))].sort((a, b) => a.localeCompare(b));

/** Everything of a flow that a search looks at. */
const saidBy = ({ id, name, description = '', labels = [], triggers }: FlowSummary): string =>
  plain([id, name, description, ...labels, ...triggers.flatMap(({ params }) => textsIn(params))].join('\n'));

const textsIn = (value: JsonObject[string] | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Small letters, without the accents of Latin ones; marks of other scripts carry meaning. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

const sum = (days: readonly number[] = []): number => days.reduce((all, n) => all + n, 0);

const COMPARE: { readonly [sort in Sort]: (a: FlowSummary, b: FlowSummary) => number } = {
  byOrder: (a, b) => a.order - b.order,
  byName: (a, b) => a.name.localeCompare(b.name),
  byChange: (a, b) => b.updatedAt - a.updatedAt,
  byStarts: (a, b) => sum(b.week?.starts) - sum(a.week?.starts) || a.order - b.order,
};

/** The ids with one of them moved to the place of another. */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  const others = ids.filter((other) => other !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), id, ...others.slice(place)];
}
