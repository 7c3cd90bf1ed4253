import { badValue } from '../refusal.ts';
import { compare, equal } from '../values/compare.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';
import type { Path } from '../values/paths.ts';
import { BIT_TESTS } from './bits.ts';
import { leaf, not, type Test, type ValueTest, whole } from './leaf.ts';
import { isRegex, matchesRegex, regexTest, toRegex } from './regex.ts';
import { typeTest } from './types.ts';

/** What operators need from the matcher, given to them so that the two do not import each other. */
export interface Compiler {
  compile(filter: Document): Test;
}

/** One test for each operator in the condition on a field. */
export function testField(path: Path, condition: Document, compiler: Compiler): Test[] {
  const tests: Test[] = [];
  for (const [operator, argument] of Object.entries(condition)) {
    if (operator === '$comment') continue;
    const build = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (!build) throw badValue(`unknown operator: ${operator}`);
    const test = build({ path, argument, siblings: condition, compiler });
    if (test) tests.push(test);
  }
  return tests;
}

/** Equality with MongoDB's rules: null also matches missing, an array matches through its elements. */
export function equals(path: Path, wanted: unknown): Test {
  if (wanted === null || wanted === undefined) return leaf(path, isNothing);
  if (typeof wanted === 'string' || typeof wanted === 'boolean')
    return leaf(path, (value) => value === wanted);
  return leaf(path, (value) => value !== undefined && equal(value, wanted));
}

interface Use {
  readonly path: Path;
  readonly argument: unknown;
  readonly siblings: Document;
  readonly compiler: Compiler;
}

type Build = (use: Use) => Test | undefined;

const OPERATORS: Readonly<Record<string, Build>> = {
  $eq: ({ path, argument }) => equals(path, argument),
  $ne: ({ path, argument }) => {
    if (isRegex(argument)) throw badValue("Can't have regex as arg to $ne.");
    return not(equals(path, argument));
  },
  $gt: ({ path, argument }) => compares(path, argument, (order) => order > 0),
  $gte: ({ path, argument }) => compares(path, argument, (order) => order >= 0),
  $lt: ({ path, argument }) => compares(path, argument, (order) => order < 0),
  $lte: ({ path, argument }) => compares(path, argument, (order) => order <= 0),
  $in: ({ path, argument }) => isIn(path, argument, '$in'),
  $nin: ({ path, argument }) => not(isIn(path, argument, '$nin')),
  $exists: ({ path, argument }) => {
    const exists = whole(path, (value) => value !== undefined);
    return isTrue(argument) ? exists : not(exists);
  },
  $type: ({ path, argument }) => leaf(path, typeTest(argument)),
  $not: negates,
  $regex: ({ path, argument, siblings }) => leaf(path, regexTest(toRegex(argument, siblings['$options']))),
  $options: ({ siblings }) => {
    if (!('$regex' in siblings)) throw badValue('$options needs a $regex');
    return undefined;
  },
  $mod: ({ path, argument }) => leaf(path, modulo(argument)),
  $size: hasSize,
  $all: hasAll,
  $elemMatch: hasElement,
  $bitsAllSet: ({ path, argument }) => leaf(path, BIT_TESTS.allSet(argument)),
  $bitsAnySet: ({ path, argument }) => leaf(path, BIT_TESTS.anySet(argument)),
  $bitsAllClear: ({ path, argument }) => leaf(path, BIT_TESTS.allClear(argument)),
  $bitsAnyClear: ({ path, argument }) => leaf(path, BIT_TESTS.anyClear(argument)),
};

const isNothing: ValueTest = (value) => value === null || value === undefined;

const isTrue = (value: unknown): boolean =>
  kindOf(value) === KIND.number ? toNumber(value) !== 0 : Boolean(value);

// Only values of the argument's own type are compared, except that everything lies between MinKey and MaxKey.
function compares(path: Path, argument: unknown, holds: (order: number) => boolean): Test {
  const kind = kindOf(argument);
  if (kind === KIND.nothing) return holds(0) ? leaf(path, isNothing) : () => false;
  if (kind === KIND.min || kind === KIND.max) {
    return leaf(path, (value) => value !== undefined && holds(compare(value, argument)));
  }
  if (kind === KIND.number) return leaf(path, comparesNumber(argument, holds));
  return leaf(path, (value) => kindOf(value) === kind && holds(compare(value, argument)));
}

function comparesNumber(argument: unknown, holds: (order: number) => boolean): ValueTest {
  const seeksNaN = Number.isNaN(toNumber(argument));
  return (value) => {
    if (kindOf(value) !== KIND.number) return false;
    if (seeksNaN || Number.isNaN(toNumber(value)))
      return seeksNaN && Number.isNaN(toNumber(value)) && holds(0);
    return holds(compare(value, argument));
  };
}

function isIn(path: Path, argument: unknown, operator: string): Test {
  if (!Array.isArray(argument)) throw badValue(`${operator} needs an array`);
  const texts = new Set<string>();
  const others: unknown[] = [];
  const regexes: ValueTest[] = [];
  let nothing = false;
  for (const wanted of argument as readonly unknown[]) {
    if (isOperatorDocument(wanted)) throw badValue(`cannot nest $ under ${operator}`);
    if (isRegex(wanted)) regexes.push(regexTest(toRegex(wanted)));
    else if (wanted === null || wanted === undefined) nothing = true;
    else if (typeof wanted === 'string') texts.add(wanted);
    else others.push(wanted);
  }
  return leaf(path, (value) => {
    if (value === null || value === undefined) return nothing;
    if (typeof value === 'string') return texts.has(value) || regexes.some((test) => test(value));
    return others.some((wanted) => equal(wanted, value));
  });
}

function negates({ path, argument, compiler }: Use): Test {
  if (isRegex(argument)) return not(matchesRegex(path, argument));
  if (!isOperatorDocument(argument)) throw badValue('$not needs a regex or a document');
  const tests = testField(path, argument, compiler);
  return (document) => !tests.every((test) => test(document));
}

function modulo(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || argument.length < 2) throw badValue('malformed mod, not enough elements');
  if (argument.length > 2) throw badValue('malformed mod, too many elements');
  const divisor = Math.trunc(toNumber(argument[0]));
  const remainder = Math.trunc(toNumber(argument[1]));
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => kindOf(value) === KIND.number && Math.trunc(toNumber(value)) % divisor === remainder;
}

function hasSize({ path, argument }: Use): Test {
  const size = kindOf(argument) === KIND.number ? toNumber(argument) : Number.NaN;
  if (!Number.isInteger(size) || size < 0) {
    throw badValue('Failed to parse $size. Expected a non-negative integer');
  }
  return whole(path, (value) => Array.isArray(value) && value.length === size);
}

function hasAll({ path, argument, compiler }: Use): Test {
  if (!Array.isArray(argument)) throw badValue('$all needs an array');
  const tests = (argument as readonly unknown[]).map((wanted) => {
    if (isRegex(wanted)) return matchesRegex(path, wanted);
    if (!isDocument(wanted) || !('$elemMatch' in wanted)) return equals(path, wanted);
    return hasElement({ path, argument: wanted['$elemMatch'], siblings: wanted, compiler });
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

function hasElement({ path, argument, compiler }: Use): Test {
  const test = elementTest(argument, compiler);
  return whole(path, (value) => Array.isArray(value) && value.some(test));
}

const LOGIC = new Set(['$and', '$or', '$nor', '$expr']);

/** The condition of `$elemMatch` as a test of one element: on the element itself, or on its fields. */
export function elementTest(argument: unknown, compiler: Compiler): ValueTest {
  if (!isDocument(argument)) throw badValue('$elemMatch needs an Object');
  const [first = ''] = Object.keys(argument);
  if (first.startsWith('$') && !LOGIC.has(first)) {
    const tests = testField(['element'], argument, compiler);
    return (element) => tests.every((test) => test({ element }));
  }
  const test = compiler.compile(argument);
  return (element) => (isDocument(element) ? test(element) : Array.isArray(element) && test({ ...element }));
}
