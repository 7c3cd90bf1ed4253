import { badValue } from '../refusal.ts';
import { bytesOf } from '../values/compare.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';
import type { ValueTest } from './leaf.ts';

/** The four `$bits…` operators: each takes a mask, positions or binary data, and tests integers and binary data. */
export const BIT_TESTS = {
  allSet: (argument: unknown): ValueTest => masked(argument, (bits, mask) => (bits & mask) === mask),
  anySet: (argument: unknown): ValueTest => masked(argument, (bits, mask) => (bits & mask) !== 0n),
  allClear: (argument: unknown): ValueTest => masked(argument, (bits, mask) => (bits & mask) === 0n),
  anyClear: (argument: unknown): ValueTest => masked(argument, (bits, mask) => (bits & mask) !== mask),
} as const;

function masked(argument: unknown, holds: (bits: bigint, mask: bigint) => boolean): ValueTest {
  const mask = maskOf(argument);
  return (value) => {
    const bits = bitsOf(value);
    return bits !== undefined && holds(bits, mask);
  };
}

function maskOf(argument: unknown): bigint {
  if (Array.isArray(argument)) {
    return (argument as readonly unknown[]).reduce<bigint>((mask, position) => {
      const at = toNumber(position);
      if (!Number.isInteger(at) || at < 0) throw badValue('bit positions must be integers of at least 0');
      return mask | (1n << BigInt(at));
    }, 0n);
  }
  const mask = bitsOf(argument);
  if (mask === undefined || mask < 0n)
    throw badValue('a bit mask must be an integer of at least 0, positions or binary data');
  return mask;
}

function bitsOf(value: unknown): bigint | undefined {
  const kind = kindOf(value);
  if (kind === KIND.binary) {
    const hex = Buffer.from(bytesOf(value).bytes).reverse().toString('hex');
    return BigInt(`0x${hex || '0'}`);
  }
  if (kind !== KIND.number) return undefined;
  const number = toNumber(value);
  return Number.isInteger(number) ? BigInt(number) : undefined;
}
