import { compileMatcher } from '../match/matcher.ts';
import { Refusal } from '../refusal.ts';
import { type Document, isDocument } from '../values/document.ts';
import { type Direction, encodeKeys, type Key } from '../values/key.ts';
import { toNumber } from '../values/numbers.ts';
import { type Path, topOf, visitPath } from '../values/paths.ts';

/** An index as `createIndexes` describes it. */
export interface IndexSpec extends Document {
  readonly name: string;
  readonly key: Document;
}

/** What an index is made of, read once. */
export interface IndexShape {
  readonly names: readonly string[];
  readonly paths: readonly Path[];
  readonly directions: readonly Direction[];
  readonly sparse: boolean;
  readonly partial: Document | undefined;
  /** Whether a document belongs into a partial index. */
  readonly includes: (document: Document) => boolean;
  /** The top-level fields that decide about a document's keys; undefined when any may. */
  readonly fields: ReadonlySet<string> | undefined;
}

/** The keys of one document in one index. */
export interface DocumentKeys {
  readonly keys: readonly Key[];
  /** Positions of fields that went through an array; undefined when none did. */
  readonly arrays: readonly number[] | undefined;
}

const NO_KEYS: DocumentKeys = { keys: [], arrays: undefined };

/** Reads the description of an index. */
export function shapeOf(spec: IndexSpec): IndexShape {
  const names = Object.keys(spec.key);
  const partial = isDocument(spec['partialFilterExpression']) ? spec['partialFilterExpression'] : undefined;
  const matcher = partial && compileMatcher(partial);
  const partialFields = matcher?.fields?.map((name) => Buffer.from(name).toString()) ?? [];
  return {
    names,
    paths: names.map((name) => name.split('.')),
    directions: names.map((name) => (toNumber(spec.key[name]) < 0 ? -1 : 1)),
    sparse: Boolean(spec['sparse']),
    partial,
    includes: matcher?.test ?? (() => true),
    fields: matcher && !matcher.fields ? undefined : new Set([...names.map(topOf), ...partialFields]),
  };
}

/** The keys under which an index holds a document: one, or one for each array element. */
export function keysOf(document: Document, shape: IndexShape): DocumentKeys {
  if (!shape.includes(document)) return NO_KEYS;
  let present = false;
  const arrays: number[] = [];
  const columns = shape.paths.map((path, position) => {
    const values = valuesAt(document, path);
    if (values.throughArray) arrays.push(position);
    if (values.present) present = true;
    return values.found;
  });
  if (shape.sparse && !present) return NO_KEYS;
  if (arrays.length === 0)
    return {
      keys: [
        encodeKeys(
          columns.map(([value]) => value),
          shape.directions,
        ),
      ],
      arrays: undefined,
    };
  refuseParallelArrays(shape, arrays);
  return {
    keys: distinct(combinations(columns).map((values) => encodeKeys(values, shape.directions))),
    arrays,
  };
}

interface Values {
  readonly found: readonly unknown[];
  readonly present: boolean;
  readonly throughArray: boolean;
}

function valuesAt(document: Document, path: Path): Values {
  const found: unknown[] = [];
  let present = false;
  let throughArray = path.length > 1 && meetsArray(document, path);
  visitPath(document, path, (value) => {
    if (value !== undefined) present = true;
    if (!Array.isArray(value)) found.push(value);
    else {
      throughArray = true;
      found.push(...(value.length > 0 ? value : [undefined]));
    }
    return false;
  });
  if (found.length === 0) found.push(undefined);
  return { found, present, throughArray };
}

function meetsArray(document: Document, path: Path): boolean {
  let value: unknown = document;
  for (const part of path) {
    if (Array.isArray(value)) return true;
    if (!isDocument(value)) return false;
    value = Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return false;
}

// The keys of two unrelated arrays would multiply; fields of one array's elements share it.
function refuseParallelArrays(shape: IndexShape, arrays: readonly number[]): void {
  const tops = new Set(arrays.map((position) => topOf(shape.names[position] ?? '')));
  if (tops.size > 1) {
    throw new Refusal(
      171,
      'CannotIndexParallelArrays',
      `cannot index parallel arrays ${[...tops].map((name) => `[${name}]`).join(' ')}`,
    );
  }
}

function combinations(columns: readonly (readonly unknown[])[]): unknown[][] {
  let rows: unknown[][] = [[]];
  for (const column of columns) rows = rows.flatMap((row) => column.map((value) => [...row, value]));
  return rows;
}

function distinct(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [Buffer.from(key).toString('latin1'), key])).values()];
}
