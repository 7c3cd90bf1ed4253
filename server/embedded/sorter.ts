import { badValue } from './refusal.ts';
import { compare } from './values/compare.ts';
import { type Document, isDocument } from './values/document.ts';
import { type Direction, encodeKeys, type Key } from './values/key.ts';
import { KIND, kindOf } from './values/kinds.ts';
import { toNumber } from './values/numbers.ts';
import { type Path, topOf, visitPath } from './values/paths.ts';
import { type FieldNames, fieldNames } from './values/raw.ts';

/** A sort, read: paths, each with its direction. */
export interface Sort {
  readonly names: readonly string[];
  readonly paths: readonly Path[];
  readonly directions: readonly Direction[];
  /** The top-level fields it looks at. */
  readonly fields: FieldNames;
}

/** Reads a sort; undefined when it asks for nothing. `$natural` is answered by the planner. */
export function readSort(specification: unknown): Sort | undefined {
  if (specification === undefined || specification === null) return undefined;
  if (!isDocument(specification)) throw badValue('the sort specification must be a document');
  const names = Object.keys(specification);
  if (names.length === 0) return undefined;
  const directions = names.map((name) => directionOf(name, specification[name]));
  return {
    names,
    paths: names.map((name) => name.split('.')),
    directions,
    fields: fieldNames(names.map(topOf)),
  };
}

/** Bytes that order documents as the sort asks. */
export const sortKey = (document: Document, sort: Sort): Key =>
  encodeKeys(
    sort.paths.map((path, i) => outermost(document, path, sort.directions[i] ?? 1)),
    sort.directions,
  );

/** Sorts values that are documents, such as the elements of an array; the order of equals is kept. */
export function sortDocuments<T>(values: readonly T[], sort: Sort): T[] {
  const keyed = values.map((value) => ({ value, key: sortKey(isDocument(value) ? value : {}, sort) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ value }) => value);
}

function directionOf(name: string, value: unknown): Direction {
  if (kindOf(value) === KIND.number) {
    const number = toNumber(value);
    if (number === 1 || number === -1) return number;
  }
  throw badValue(`Illegal key in sort specification: ${name}: ${JSON.stringify(value)}`);
}

// An array sorts by its least element ascending and its greatest descending; an empty one like a missing field.
function outermost(document: Document, path: Path, direction: Direction): unknown {
  let found: unknown;
  let any = false;
  const offer = (value: unknown): void => {
    if (!any || compare(value, found) * direction < 0) found = value;
    any = true;
  };
  visitPath(document, path, (value) => {
    if (!Array.isArray(value)) offer(value);
    else if (value.length === 0) offer(undefined);
    else for (const element of value) offer(element);
    return false;
  });
  return found;
}
