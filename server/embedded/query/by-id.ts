import { isPlain } from '../plan/predicates.ts';
import type { Collection } from '../storage/collection.ts';
import type { Row } from '../storage/row.ts';
import { equal } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { encodeKey } from '../values/key.ts';
import { fieldOf } from '../values/paths.ts';
import { decodeFields, fieldNames } from '../values/raw.ts';

/** What a filter comes to when it names one `_id`: the row if it answers, or none. */
export interface Identified {
  readonly row: Row | undefined;
}

/**
 * Answers a filter that is `_id` and nothing but plain equalities beside it, such as `{ _id, revision }`,
 * without planning or compiling anything. Undefined when the filter is of another kind.
 */
export function findById(collection: Collection, filter: Document): Identified | undefined {
  const names = Object.keys(filter);
  for (const name of names) {
    if (name.startsWith('$') || name.includes('.') || !isPlain(filter[name])) return undefined;
  }
  if (!('_id' in filter)) return undefined;
  const row = collection.byKey(encodeKey(filter['_id']));
  if (!row || names.length === 1) return { row };
  const document = decodeFields(row.raw, fieldNames(names));
  return { row: names.every((name) => answers(fieldOf(document, name), filter[name])) ? row : undefined };
}

function answers(value: unknown, wanted: unknown): boolean {
  if (value === undefined) return wanted === null;
  return equal(value, wanted) || (Array.isArray(value) && value.some((element) => equal(element, wanted)));
}
