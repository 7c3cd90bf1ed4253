import type { Sort } from '../sorter.ts';
import type { Index } from '../storage/index.ts';
import { type Interval, intervalOfPoints, intervalOfRange } from './bounds.ts';
import { implies, provesPresence } from './implied.ts';
import type { Leg } from './plan.ts';
import type { Demand, Predicates } from './predicates.ts';

/** How well an index serves a filter and a sort, and the legs it would be read by. */
export interface IndexUse {
  readonly index: Index;
  readonly score: number;
  readonly legs: readonly Leg[];
  readonly sorted: boolean;
  readonly exact: boolean;
  /** A row may come more than once. */
  readonly repeats: boolean;
}

const MOST_LEGS = 1000;
const MOST_MERGED = 64;

/** The best use of an index; undefined when it is of no use. */
export function judgeIndex(
  index: Index,
  predicates: Predicates,
  sort: Sort | undefined,
): IndexUse | undefined {
  if (!isUsable(index, predicates.demands)) return undefined;
  const bounds = boundsOf(index, predicates.demands);
  const order = sort ? orderOf(index, bounds, sort) : undefined;
  if (bounds.points.length === 0 && !bounds.range && !order) return undefined;
  const backward = order === 'backward';
  const once = isOnceEach(index, bounds);
  const legs = intervalsOf(index, bounds).map(
    (interval): Leg => ({ from: 'index', index, ...interval, backward }),
  );
  return {
    index,
    score: scoreOf(index, bounds, order !== undefined),
    legs,
    sorted: order !== undefined,
    exact: predicates.complete && once && bounds.used === predicates.demands.size,
    repeats: !once,
  };
}

/**
 * Whether a document stands in what is read only once. A list stands in an index once for each of its elements, but
 * only once for a single element that is looked for; `null` is also found in what has no such field.
 */
function isOnceEach({ arrays }: Index, { points }: Bounds): boolean {
  const [position, ...more] = arrays;
  if (position === undefined) return true;
  const values = points[position];
  return more.length === 0 && values?.length === 1 && values[0] !== null;
}

interface Bounds {
  /** For each of the first fields, the values it may have. */
  readonly points: readonly (readonly unknown[])[];
  readonly range: Demand | undefined;
  /** How many demands the bounds say in full. */
  readonly used: number;
}

function isUsable(index: Index, demands: ReadonlyMap<string, Demand>): boolean {
  const { sparse, partial, names } = index.shape;
  if (partial && !implies(demands, partial)) return false;
  if (!sparse) return true;
  return names.some((name) => {
    const demand = demands.get(name);
    return demand !== undefined && provesPresence(demand);
  });
}

function boundsOf(index: Index, demands: ReadonlyMap<string, Demand>): Bounds {
  const points: (readonly unknown[])[] = [];
  let legs = 1;
  for (const [position, name] of index.shape.names.entries()) {
    const demand = demands.get(name);
    const values = demand?.points;
    if (values && legs * values.length <= MOST_LEGS) {
      points.push(values);
      legs *= values.length;
      continue;
    }
    if (!demand?.low && !demand?.high) break;
    return { points, range: oneSided(index, position, demand), used: points.length + 1 };
  }
  return { points, range: undefined, used: points.length };
}

// Each end of a range may be met by another element of an array, so only one end can bound the scan.
const oneSided = (index: Index, position: number, demand: Demand): Demand =>
  index.arrays.has(position) && demand.low ? { low: demand.low } : demand;

function intervalsOf(index: Index, { points, range }: Bounds): Interval[] {
  let rows: unknown[][] = [[]];
  for (const values of points) rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  const { directions } = index.shape;
  const intervals = rows.map((row) =>
    range ? intervalOfRange(row, directions, range) : intervalOfPoints(row, directions),
  );
  if (intervals.length === 1) return intervals;
  // In the order of the index, and each once, as MongoDB reads an `$in`.
  const sorted = intervals.sort((a, b) => Buffer.compare(a.low, b.low));
  return sorted.filter(({ low }, i) => i === 0 || Buffer.compare(low, (sorted[i - 1] as Interval).low) !== 0);
}

// The index is in the order of the sort when, behind the fields that have given values, the sort's fields come in turn.
// Where there are several values, each of their intervals is, and they are merged.
function orderOf(index: Index, { points }: Bounds, sort: Sort): 'forward' | 'backward' | undefined {
  const several = points.filter(({ length }) => length !== 1);
  if (several.reduce((legs, { length }) => legs * length, 1) > MOST_MERGED) return undefined;
  const start = points.length;
  const constant = new Set(index.shape.names.filter((_, position) => points[position]?.length === 1));
  let direction: number | undefined;
  let position = start;
  for (const [i, name] of sort.names.entries()) {
    if (constant.has(name) && !index.arrays.has(index.shape.names.indexOf(name))) continue;
    if (index.shape.names[position] !== name || index.arrays.has(position)) return undefined;
    const turn = (sort.directions[i] as number) * (index.shape.directions[position] as number);
    if (direction !== undefined && direction !== turn) return undefined;
    direction = turn;
    position++;
  }
  return direction === -1 ? 'backward' : 'forward';
}

function scoreOf(index: Index, { points, range }: Bounds, sorted: boolean): number {
  const single = points.filter((values) => values.length === 1).length;
  const several = points.length - single;
  const whole = index.unique && single === index.shape.names.length ? 5 : 0;
  return single * 10 + several * 9 + (range ? 4 : 0) + (sorted ? 6 : 0) + whole;
}
