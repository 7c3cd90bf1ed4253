import { typeName } from '../match/types.ts';
import { badValue, failedToParse, Refusal } from '../refusal.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isArrayIndex, type Path, topOf } from '../values/paths.ts';
import { type FieldNames, fieldNames } from '../values/raw.ts';
import { type ArrayFilters, checkArrayFilters, compileArrayFilters } from './array-filters.ts';
import type { Modifier } from './modifier.ts';
import { MODIFIERS } from './modifiers.ts';

/** One operator on one path. */
export type Change =
  | {
      readonly kind: 'modify';
      readonly path: Path;
      readonly creates: boolean;
      readonly onInsert: boolean;
      readonly modify: Modifier;
    }
  | { readonly kind: 'rename'; readonly path: Path; readonly to: Path };

/** An update with operators, ready to be applied to many documents. */
export interface OperatorUpdate {
  readonly changes: readonly Change[];
  readonly arrayFilters: ArrayFilters;
  /** The top-level fields it may change. */
  readonly touches: ReadonlySet<string>;
  readonly fields: FieldNames;
}

// These have nothing to do where there is nothing.
const NEVER_CREATES = new Set(['$unset', '$pop', '$pull', '$pullAll']);

/** Reads an update with operators, or refuses it. */
export function compileUpdate(update: Document, arrayFilters: readonly Document[] = []): OperatorUpdate {
  const changes: Change[] = [];
  const paths: string[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    checkOperator(operator, fields);
    for (const [path, argument] of Object.entries(fields as Document)) {
      changes.push(changeOf(operator, path, argument));
      paths.push(path);
      if (operator === '$rename') paths.push(String(argument));
    }
  }
  for (const path of paths) checkPath(path);
  const touches = new Set(paths.map(topOf));
  // Paths can only conflict below one top-level field.
  if (touches.size < paths.length) refuseConflicts(paths);
  // MongoDB applies an update in the order of its paths, so new fields appear in that order.
  if (changes.length > 1) changes.sort((a, b) => comparePaths(a.path, b.path));
  const filters = compileArrayFilters(arrayFilters);
  if (arrayFilters.length > 0 || paths.some((path) => path.includes('$['))) checkArrayFilters(filters, paths);
  return { changes, arrayFilters: filters, touches, fields: fieldNames(touches) };
}

function checkOperator(operator: string, fields: unknown): void {
  if (operator !== '$rename' && !Object.hasOwn(MODIFIERS, operator)) {
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDocument(fields)) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
    );
  }
}

function changeOf(operator: string, path: string, argument: unknown): Change {
  if (operator === '$rename') {
    if (typeof argument !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
    return { kind: 'rename', path: path.split('.'), to: argument.split('.') };
  }
  const build = MODIFIERS[operator];
  if (!build) throw failedToParse(`Unknown modifier: ${operator}`);
  return {
    kind: 'modify',
    path: path.split('.'),
    creates: !NEVER_CREATES.has(operator),
    onInsert: operator === '$setOnInsert',
    modify: build(argument, path),
  };
}

function checkPath(path: string): void {
  if (path === '') throw new Refusal(56, 'EmptyFieldName', 'An empty update path is not valid.');
  if (path.startsWith('$')) {
    throw new Refusal(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${path}' in '${path}' is not valid for storage.`,
    );
  }
  if (!path.includes('.') && path !== '__proto__') return;
  for (const part of path.split('.')) {
    if (part === '') {
      throw new Refusal(
        56,
        'EmptyFieldName',
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      );
    }
    if (part === '__proto__')
      throw badValue(`The update path '${path}' contains the name '__proto__', which is not allowed.`);
  }
}

function refuseConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  const seen = new Set<string>();
  for (const path of sorted) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const above = path.slice(0, end);
      if (seen.has(above)) {
        throw new Refusal(
          40,
          'ConflictingUpdateOperators',
          `Updating the path '${path}' would create a conflict at '${above}'`,
        );
      }
    }
    seen.add(path);
  }
}

function comparePaths(a: Path, b: Path): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] as string;
    const y = b[i] as string;
    if (x === y) continue;
    return isDigit(x) && isArrayIndex(x) && isArrayIndex(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return a.length - b.length;
}

// Spares most names the regular expression.
const isDigit = (part: string): boolean => part.charCodeAt(0) < 58;
