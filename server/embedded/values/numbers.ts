import { Decimal128, Long } from 'bson';

const SAFE = Number.MAX_SAFE_INTEGER;

/** Any BSON number as a double. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return Number(value);
}

/** What a 64-bit integer holds beyond the double nearest to it; 0 for every other number. */
export function excess(value: unknown): bigint {
  if (!(value instanceof Long)) return 0n;
  const nearest = value.toNumber();
  return Math.abs(nearest) <= SAFE ? 0n : value.toBigInt() - BigInt(nearest);
}

/** Order of numbers across their types; NaN is below all others. */
export function compareNumbers(a: unknown, b: unknown): number {
  const x = toNumber(a);
  const y = toNumber(b);
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y)
    return typeof a === 'object' || typeof b === 'object' ? compareBigints(excess(a), excess(b)) : 0;
  if (!Number.isNaN(x)) return 1;
  return Number.isNaN(y) ? 0 : -1;
}

const compareBigints = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
