import type { Leg, Plan } from '../plan/plan.ts';
import type { Collection } from './collection.ts';
import type { DataFile } from './file.ts';
import { numberIn } from './row.ts';

/** How many rows an exact plan gives, counted in SQLite without reading documents; undefined when it cannot be told so. */
export function countPlan(
  file: DataFile,
  collection: Collection,
  { legs, repeats }: Plan,
): number | undefined {
  if (repeats) return undefined;
  return legs.reduce((sum, leg) => sum + countLeg(file, collection, leg), 0);
}

function countLeg(file: DataFile, collection: Collection, leg: Leg): number {
  switch (leg.from) {
    case 'documents':
      return collection.count();
    case 'ids':
      return leg.keys.filter((key) => collection.byKey(key)).length;
    case 'id range':
      return countRange(file, collection.table, leg.low, leg.high);
    case 'index':
      return countRange(file, leg.index.table, leg.low, leg.high);
  }
}

const countRange = (file: DataFile, table: string, low: Uint8Array, high: Uint8Array): number =>
  numberIn(file.statement(`SELECT count(*) FROM ${table} WHERE k >= ? AND k < ?`).get(low, high));
