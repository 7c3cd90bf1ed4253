import { Decimal128, Long } from 'bson';
import { badValue } from '../refusal.ts';
import { toNumber } from '../values/numbers.ts';

/** Adds two BSON numbers, keeping 64-bit integers whole. */
export const add = (a: unknown, b: unknown): unknown =>
  combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );

/** Multiplies two BSON numbers, keeping 64-bit integers whole. */
export const multiply = (a: unknown, b: unknown): unknown =>
  combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );

function combine(
  a: unknown,
  b: unknown,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
): unknown {
  const result = doubles(toNumber(a), toNumber(b));
  if (a instanceof Decimal128 || b instanceof Decimal128) return Decimal128.fromString(String(result));
  if (!(a instanceof Long || b instanceof Long)) return result;
  if (!Number.isInteger(toNumber(a)) || !Number.isInteger(toNumber(b))) return result;
  const exact = integers(BigInt(String(a)), BigInt(String(b)));
  if (BigInt.asIntN(64, exact) !== exact)
    throw badValue('Failed to apply $inc or $mul operations: the result does not fit 64 bits');
  return Long.fromBigInt(exact);
}
