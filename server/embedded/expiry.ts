import { rowsOf } from './commands/update.ts';
import { findRids } from './query/rows.ts';
import type { Catalogue } from './storage/catalogue.ts';
import type { Collection } from './storage/collection.ts';
import type { Index } from './storage/index.ts';
import { toNumber } from './values/numbers.ts';

/** How many documents of an index one sweep removes, so that nobody waits long. */
export const MOST_AT_ONCE = 2000;

/** Removes documents whose time is over by a TTL index, at most 2,000 for each index. Returns how many there were. */
export function removeExpired(catalogue: Catalogue, now: number): number {
  let removed = 0;
  for (const collection of [...catalogue.collections]) {
    for (const index of collection.indexes) {
      if (index.spec['expireAfterSeconds'] !== undefined)
        removed += removeFrom(catalogue, collection, index, now);
    }
  }
  return removed;
}

function removeFrom(
  { file }: Catalogue,
  collection: Collection,
  { spec, shape }: Index,
  now: number,
): number {
  const [field = ''] = shape.names;
  const expired = { [field]: { $lt: new Date(now - toNumber(spec['expireAfterSeconds']) * 1000) } };
  const filter = shape.partial ? { $and: [expired, shape.partial] } : expired;
  const rids = findRids(file, collection, { filter, limit: MOST_AT_ONCE });
  for (const row of rowsOf(collection, rids.slice(0, MOST_AT_ONCE))) {
    file.begin();
    collection.remove(row);
  }
  return rids.length;
}
