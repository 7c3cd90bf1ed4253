import type { NumberView } from '../../server/api/contract.ts';

export type SortBy = 'name' | 'state' | 'quality' | 'rate' | 'waiting' | 'failures' | 'lastInboundAt';

/** What of the numbers is shown, and in which order. */
export interface Choice {
  readonly search: string;
  readonly state?: NumberView['state'];
  readonly by: SortBy;
  readonly isDown: boolean;
}

/** The worst first: what an admin should look at. */
const STATE_ORDER: readonly NumberView['state'][] = ['trouble', 'secrets', 'risk', 'slowed', 'new', 'ready'];
const QUALITY_ORDER: readonly (NumberView['quality'] | undefined)[] = ['low', 'medium', 'high', undefined];

const KEYS: { readonly [by in SortBy]: (number: NumberView) => string | number } = {
  name: ({ name }) => name.toLowerCase(),
  state: ({ state }) => STATE_ORDER.indexOf(state),
  quality: ({ quality }) => QUALITY_ORDER.indexOf(quality),
  rate: ({ rate, perSecond }) => rate ?? perSecond,
  waiting: ({ waiting }) => waiting,
  failures: ({ failures }) => failures,
  lastInboundAt: ({ lastInboundAt = 0 }) => lastInboundAt,
};

/** The numbers that fit, in order; those that are alike stay by their names. */
export function chosen(numbers: readonly NumberView[], choice: Choice): readonly NumberView[] {
  const key = KEYS[choice.by];
  const sign = choice.isDown ? -1 : 1;
  return numbers
    .filter(({ state }) => choice.state === undefined || state === choice.state)
    .filter((number) => fits(number, choice.search))
    .toSorted((a, b) => sign * compare(key(a), key(b)) || compare(KEYS.name(a), KEYS.name(b)));
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;

/** By name, by number however it is written, and by ids. */
function fits({ name, display, id, account }: NumberView, search: string): boolean {
  const words = search.trim().toLowerCase();
  if (words === '') return true;
  if (name.toLowerCase().includes(words)) return true;
  const digits = words.replace(/[\s+()-]/g, '');
  return (
    /^\d+$/.test(digits) && [display.replace(/\D/g, ''), id, account].some((text) => text.includes(digits))
  );
}

/** How many numbers are in each state, the worst first. */
export function tally(numbers: readonly NumberView[]): readonly (readonly [NumberView['state'], number])[] {
  return STATE_ORDER.map(
    (state) => [state, numbers.filter((number) => number.state === state).length] as const,
  ).filter(([, count]) => count > 0);
}

/** A part of a list, as pages of a book; past the end, the last one. */
export function pageOf<T>(
  items: readonly T[],
  wanted: number,
  size: number,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { items: items.slice((page - 1) * size, page * size), page, pages };
}
