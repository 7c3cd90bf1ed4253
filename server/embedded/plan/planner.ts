import type { Sort } from '../sorter.ts';
import type { Collection } from '../storage/collection.ts';
import type { Document } from '../values/document.ts';
import { encodeKey, type Key } from '../values/key.ts';
import { intervalOfRange } from './bounds.ts';
import { type IndexUse, judgeIndex } from './index-use.ts';
import { type Leg, type Plan, scanAll } from './plan.ts';
import { type Predicates, readPredicates } from './predicates.ts';

/** Chooses how to find the documents for a filter, in the order of a sort where an index gives it. */
export function plan(collection: Collection, filter: Document, sort?: Sort): Plan {
  const predicates = readPredicates(filter);
  return (
    planIds(predicates, sort) ??
    planIndex(collection, predicates, sort) ??
    planIdRange(predicates, sort) ??
    planAlternatives(collection, predicates) ??
    planNatural(predicates, sort)
  );
}

function planIds({ demands, complete }: Predicates, sort: Sort | undefined): Plan | undefined {
  const points = demands.get('_id')?.points;
  if (!points) return undefined;
  const keys = distinctKeys(points);
  return {
    legs: [{ from: 'ids', keys }],
    sorted: keys.length <= 1 || isById(sort, 1),
    exact: complete && demands.size === 1,
    repeats: false,
  };
}

function planIndex(collection: Collection, predicates: Predicates, sort: Sort | undefined): Plan | undefined {
  let best: IndexUse | undefined;
  for (const index of collection.indexes) {
    const use = judgeIndex(index, predicates, sort);
    if (use && (!best || use.score > best.score)) best = use;
  }
  if (!best) return undefined;
  const { legs, sorted, exact, repeats } = best;
  return { legs, sorted, exact, repeats, merges: sorted && legs.length > 1 };
}

const EVERY_ID = { low: Uint8Array.of(0), high: Uint8Array.of(255) } as const;

function planIdRange({ demands, complete }: Predicates, sort: Sort | undefined): Plan | undefined {
  const demand = demands.get('_id');
  const bounded = demand?.low ?? demand?.high;
  const backward = isById(sort, -1);
  if (!bounded && !backward && !isById(sort, 1)) return undefined;
  const interval = bounded && demand ? intervalOfRange([], [1], demand) : EVERY_ID;
  return {
    legs: [{ from: 'id range', ...interval, backward }],
    sorted: sort === undefined || backward || isById(sort, 1),
    exact: complete && demands.size === (bounded ? 1 : 0),
    repeats: false,
  };
}

// Every alternative by its own index; one that has none makes the rest worthless.
function planAlternatives(collection: Collection, { alternatives }: Predicates): Plan | undefined {
  for (const branches of alternatives) {
    const plans = branches.map((branch) => plan(collection, branch));
    if (plans.length > 0 && plans.every(({ legs }) => legs.every(({ from }) => from !== 'documents'))) {
      return {
        legs: plans.flatMap(({ legs }): readonly Leg[] => legs),
        sorted: false,
        exact: false,
        repeats: true,
      };
    }
  }
  return undefined;
}

function planNatural({ demands, complete }: Predicates, sort: Sort | undefined): Plan {
  const natural = sort?.names[0] === '$natural' ? sort.directions[0] : undefined;
  return scanAll(natural === -1, natural !== undefined, complete && demands.size === 0);
}

const isById = (sort: Sort | undefined, direction: number): boolean =>
  sort?.names[0] === '_id' && sort.directions[0] === direction;

function distinctKeys(values: readonly unknown[]): Key[] {
  const keys = values.map(encodeKey);
  if (keys.length === 1) return keys;
  keys.sort(Buffer.compare);
  return keys.filter((key, i) => i === 0 || Buffer.compare(key, keys[i - 1] as Key) !== 0);
}
