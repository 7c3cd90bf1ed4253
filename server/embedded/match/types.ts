import { Decimal128, Double, Long } from 'bson';
import { badValue } from '../refusal.ts';
import { KIND, type Kind, kindOf } from '../values/kinds.ts';
import type { ValueTest } from './leaf.ts';

const TYPES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const NUMBERS = [1, 16, 18, 19];

const TYPE_OF_KIND: Readonly<Record<Exclude<Kind, typeof KIND.number>, number>> = {
  [KIND.nothing]: 10,
  [KIND.string]: 2,
  [KIND.document]: 3,
  [KIND.array]: 4,
  [KIND.binary]: 5,
  [KIND.objectId]: 7,
  [KIND.boolean]: 8,
  [KIND.date]: 9,
  [KIND.regex]: 11,
  [KIND.code]: 13,
  [KIND.timestamp]: 17,
  [KIND.min]: -1,
  [KIND.max]: 127,
};

/** The test of `$type`: by name, by number, or one of several. */
export function typeTest(argument: unknown): ValueTest {
  const wanted = new Set<number>();
  for (const type of Array.isArray(argument) ? (argument as readonly unknown[]) : [argument]) {
    for (const number of numbersOf(type)) wanted.add(number);
  }
  return (value) => value !== undefined && wanted.has(typeNumber(value));
}

/** The BSON type name of a value, as error messages say it. */
export function typeName(value: unknown): string {
  const number = value === undefined ? 6 : typeNumber(value);
  return Object.keys(TYPES).find((name) => TYPES[name] === number) ?? 'unknown';
}

function numbersOf(type: unknown): readonly number[] {
  if (type === 'number') return NUMBERS;
  const number = typeof type === 'number' ? type : TYPES[String(type)];
  if (number === undefined) throw badValue(`Unknown type name alias: ${String(type)}`);
  return [number];
}

function typeNumber(value: unknown): number {
  const kind = kindOf(value);
  if (kind !== KIND.number) return TYPE_OF_KIND[kind];
  if (value instanceof Long) return 18;
  if (value instanceof Decimal128) return 19;
  if (value instanceof Double) return 1;
  return isInt32(Number(value)) ? 16 : 1;
}

const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);
