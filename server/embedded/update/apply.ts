import { positionOf } from '../match/position.ts';
import { badValue, pathNotViable } from '../refusal.ts';
import { equal } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isArrayIndex, type Path } from '../values/paths.ts';
import type { Change, OperatorUpdate } from './compile.ts';
import { REMOVE, UNCHANGED } from './modifier.ts';

/** The filter that found the document, for the positional operator. */
export interface Found {
  readonly filter: Document;
  /** Whether the document is being inserted by an upsert. */
  readonly inserting: boolean;
}

/** Changes a document in place. Returns whether anything is different afterwards. */
export function applyUpdate(document: Document, update: OperatorUpdate, found: Found): boolean {
  let changed = false;
  const positions: Positions = new Map();
  for (const change of update.changes) {
    if (change.kind === 'rename')
      changed = rename(document, change, { update, found, document, positions }) || changed;
    else if (!change.onInsert || found.inserting) {
      changed = walk(document, 0, { change, update, found, document, positions }) || changed;
    }
  }
  return changed;
}

type Modify = Extract<Change, { kind: 'modify' }>;

interface Walk {
  readonly change: Modify;
  readonly update: OperatorUpdate;
  readonly found: Found;
  readonly document: Document;
  readonly positions: Positions;
}

/** Which elements a positional part stands for, by array: found once, before a change to an element can hide it from the next. */
type Positions = Map<readonly unknown[], Map<string, readonly number[]>>;

type Container = Document | unknown[];

const POSITIONAL = /^\$(?:$|\[)/;

function walk(container: Container, depth: number, at: Walk): boolean {
  const part = at.change.path[depth] as string;
  if (!POSITIONAL.test(part)) return step(container, part, depth, at);
  if (!Array.isArray(container))
    throw badValue(`Cannot apply array updates to non-array element ${pathTo(at, depth)}`);
  let changed = false;
  for (const index of elementsFor(part, container, depth, at)) {
    changed = step(container, String(index), depth, at) || changed;
  }
  return changed;
}

function elementsFor(part: string, array: readonly unknown[], depth: number, at: Walk): readonly number[] {
  const known = at.positions.get(array) ?? new Map<string, readonly number[]>();
  at.positions.set(array, known);
  const found = known.get(part) ?? findElements(part, array, depth, at);
  known.set(part, found);
  return found;
}

function findElements(part: string, array: readonly unknown[], depth: number, at: Walk): number[] {
  if (part === '$') {
    const position = at.found.inserting
      ? undefined
      : positionOf(at.document, pathTo(at, depth), at.found.filter);
    if (position === undefined)
      throw badValue('The positional operator did not find the match needed from the query.');
    return [position];
  }
  const test = part === '$[]' ? () => true : at.update.arrayFilters.get(part.slice(2, -1));
  return [...array.keys()].filter((index) => test?.(array[index]));
}

function step(container: Container, part: string, depth: number, at: Walk): boolean {
  const { change } = at;
  if (Array.isArray(container) && !isArrayIndex(part)) {
    if (!change.creates) return false;
    throw pathNotViable(
      `Cannot create field '${part}' in element {${change.path[depth - 1]}: ${JSON.stringify(container)}}`,
    );
  }
  if (depth === change.path.length - 1) return modify(container, part, change);
  const present = has(container, part);
  if (!present && !change.creates) return false;
  return present ? descend(container, part, depth, at) : create(container, part, depth, at);
}

function modify(container: Container, part: string, change: Modify): boolean {
  const present = has(container, part);
  const before = present ? read(container, part) : undefined;
  const after = change.modify(before, present);
  if (after === UNCHANGED) return false;
  if (after === REMOVE) {
    if (Array.isArray(container)) container[Number(part)] = null;
    else delete container[part];
    return true;
  }
  write(container, part, after);
  return !(present && equal(before, after));
}

function descend(container: Container, part: string, depth: number, at: Walk): boolean {
  const below = read(container, part);
  if (isDocument(below) || Array.isArray(below)) return walk(below, depth + 1, at);
  if (!at.change.creates) return false;
  const next = at.change.path[depth + 1] as string;
  if (POSITIONAL.test(next))
    throw badValue(`Cannot apply array updates to non-array element ${part}: ${JSON.stringify(below)}`);
  throw pathNotViable(`Cannot create field '${next}' in element {${part}: ${JSON.stringify(below)}}`);
}

function create(container: Container, part: string, depth: number, at: Walk): boolean {
  if (POSITIONAL.test(at.change.path[depth + 1] as string)) {
    throw badValue(
      `The path '${pathTo(at, depth + 1)}' must exist in the document in order to apply array updates.`,
    );
  }
  const below: Document = {};
  if (!walk(below, depth + 1, at)) return false;
  write(container, part, below);
  return true;
}

function rename(
  document: Document,
  { path, to }: Extract<Change, { kind: 'rename' }>,
  at: Omit<Walk, 'change'>,
): boolean {
  let holder: unknown = document;
  for (const part of path.slice(0, -1)) {
    holder = isDocument(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined;
    if (Array.isArray(holder))
      throw badValue(`The source field of $rename cannot be an array element: ${path.join('.')}`);
  }
  const name = path.at(-1) ?? '';
  if (!isDocument(holder) || !Object.hasOwn(holder, name)) return false;
  const value = holder[name];
  const change: Modify = { kind: 'modify', path: to, creates: true, onInsert: false, modify: () => value };
  delete holder[name];
  walk(document, 0, { ...at, change });
  return true;
}

const MOST_FILLED = 1_500_000;

function write(container: Container, part: string, value: unknown): void {
  if (!Array.isArray(container)) {
    container[part] = value;
    return;
  }
  const index = Number(part);
  if (index - container.length > MOST_FILLED) throw badValue(`Cannot backfill array to ${part}`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

const has = (container: Container, part: string): boolean =>
  Array.isArray(container) ? Number(part) < container.length : Object.hasOwn(container, part);

const read = (container: Container, part: string): unknown =>
  Array.isArray(container) ? container[Number(part)] : container[part];

const pathTo = ({ change }: Walk, depth: number): string => (change.path as Path).slice(0, depth).join('.');
