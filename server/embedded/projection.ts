import { aggregate, type Variables } from './aggregation.ts';
import { elementTest } from './match/field.ts';
import { compileTest } from './match/matcher.ts';
import { positionOf } from './match/position.ts';
import { badValue, location } from './refusal.ts';
import { type Document, isDocument } from './values/document.ts';
import { KIND, kindOf } from './values/kinds.ts';
import { toNumber } from './values/numbers.ts';

/** Turns a stored document into what was asked for. */
export type Project = (document: Document) => Document;

/** Reads a projection; undefined when it leaves documents as they are. */
export function compileProjection(
  specification: Document | undefined,
  filter: Document,
  variables: Variables,
): Project | undefined {
  if (!specification || Object.keys(specification).length === 0) return undefined;
  const reading: Reading = { tree: new Map(), mode: undefined, id: undefined, steps: [], computed: false };
  readFields(specification, '', reading, filter);
  if (reading.computed)
    return (document) => aggregate([{ $project: specification }], [document], variables)[0] ?? {};
  return finish(reading);
}

type Tree = Map<string, Tree | true>;
type Mode = 'include' | 'exclude';

/** Changes the projected copy, looking at the whole document. */
type Step = (copy: Document, whole: Document) => void;

interface Reading {
  readonly tree: Tree;
  mode: Mode | undefined;
  id: boolean | undefined;
  readonly steps: Step[];
  computed: boolean;
}

function readFields(specification: Document, prefix: string, reading: Reading, filter: Document): void {
  for (const [name, value] of Object.entries(specification)) {
    const path = prefix + name;
    if (isFlag(value)) readFlag(path, isTrue(value), reading, filter);
    else if (!isDocument(value)) reading.computed = true;
    else if ('$slice' in value && isPlainSlice(value['$slice'])) readSlice(path, value['$slice'], reading);
    else if ('$elemMatch' in value) readElementMatch(path, value['$elemMatch'], reading);
    else if (Object.keys(value).some((key) => key.startsWith('$'))) reading.computed = true;
    else readFields(value, `${path}.`, reading, filter);
  }
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || kindOf(value) === KIND.number;
const isTrue = (value: unknown): boolean =>
  value === true || (typeof value !== 'boolean' && toNumber(value) !== 0);

function readFlag(path: string, wanted: boolean, reading: Reading, filter: Document): void {
  if (path === '_id') {
    reading.id = wanted;
    return;
  }
  if (path.endsWith('.$')) {
    readPositional(path.slice(0, -2), reading, filter);
    return;
  }
  settle(reading, wanted ? 'include' : 'exclude', path);
  plant(reading.tree, path);
}

function settle(reading: Reading, mode: Mode, path: string): void {
  if (reading.mode !== undefined && reading.mode !== mode) {
    throw mode === 'include'
      ? location(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : location(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  }
  reading.mode = mode;
}

function plant(tree: Tree, path: string): void {
  let at = tree;
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  for (const part of parts) {
    const below = at.get(part);
    if (below === true) throw location(31250, `Path collision at ${path}`);
    const next: Tree = below ?? new Map();
    at.set(part, next);
    at = next;
  }
  at.set(last, true);
}

function readPositional(path: string, reading: Reading, filter: Document): void {
  settle(reading, 'include', path);
  plant(reading.tree, path);
  reading.steps.push((copy, whole) => {
    const array = whole[path];
    if (!Array.isArray(array)) return;
    const position = positionOf(whole, path, filter);
    if (position === undefined)
      throw badValue(
        'Executor error during find command :: caused by :: positional operator did not find a match',
      );
    copy[path] = [array[position]];
  });
}

const isPlainSlice = (slice: unknown): boolean =>
  kindOf(slice) === KIND.number ||
  (Array.isArray(slice) && slice.length === 2 && slice.every((n) => kindOf(n) === KIND.number));

// $slice keeps the other fields, unless something else says which to include.
function readSlice(path: string, slice: unknown, reading: Reading): void {
  if (reading.mode === 'include') plant(reading.tree, path);
  reading.steps.push((copy, whole) => {
    const array = whole[path];
    if (Array.isArray(array)) copy[path] = sliced(array, slice);
  });
}

function sliced(array: readonly unknown[], slice: unknown): unknown[] {
  if (!Array.isArray(slice)) {
    const count = toNumber(slice);
    return count >= 0 ? array.slice(0, count) : array.slice(count);
  }
  const [skip, count] = slice.map(toNumber) as [number, number];
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
  return array.slice(start, start + count);
}

function readElementMatch(path: string, condition: unknown, reading: Reading): void {
  settle(reading, 'include', path);
  const test = elementTest(condition, { compile: compileTest });
  reading.steps.push((copy, whole) => {
    const array = whole[path];
    const found = Array.isArray(array) ? array.findIndex(test) : -1;
    if (found >= 0) copy[path] = [(array as readonly unknown[])[found]];
  });
}

function finish({ tree, mode, id, steps }: Reading): Project {
  const including = mode === 'include' || (mode === undefined && id === true && steps.length === 0);
  if (including ? id !== false : id === false) tree.set('_id', true);
  return (document) => {
    const copy = including ? include(document, tree) : exclude(document, tree);
    for (const step of steps) step(copy, document);
    return copy;
  };
}

function include(document: Document, tree: Tree): Document {
  const copy: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const below = tree.get(name);
    const kept = below === true ? value : below && includeValue(value, below);
    if (kept !== undefined) copy[name] = kept;
  }
  return copy;
}

function includeValue(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.map((element) => includeValue(element, tree)).filter((element) => element !== undefined);
  return isDocument(value) ? include(value, tree) : undefined;
}

function exclude(document: Document, tree: Tree): Document {
  const copy: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const below = tree.get(name);
    if (below !== true) copy[name] = below ? excludeValue(value, below) : value;
  }
  return copy;
}

function excludeValue(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element) => excludeValue(element, tree));
  return isDocument(value) ? exclude(value, tree) : value;
}
