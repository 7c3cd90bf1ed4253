import { type Direction, encodeKey, encodeKeys, inverted, type Key } from '../values/key.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import type { Limit } from './predicates.ts';

/** Keys from `low` (included) to `high` (excluded). */
export interface Interval {
  readonly low: Key;
  readonly high: Key;
  /** How many bytes at the start of its keys are the given values. */
  readonly prefix: number;
}

/** A range of one field. */
export interface Range {
  readonly low?: Limit | undefined;
  readonly high?: Limit | undefined;
}

const ABOVE_ALL = Uint8Array.of(255);

/** The keys that begin with these values. */
export function intervalOfPoints(values: readonly unknown[], directions: readonly Direction[]): Interval {
  const low = encodeKeys(values, directions);
  return { low, high: join(low, ABOVE_ALL), prefix: low.length };
}

/** The keys that begin with these values and have the next field in a range of one type. */
export function intervalOfRange(
  values: readonly unknown[],
  directions: readonly Direction[],
  range: Range,
): Interval {
  const prefix = encodeKeys(values, directions);
  const { low, high } = edgesOf(range);
  const start = prefix.length;
  if (directions[values.length] === -1) {
    return { low: join(prefix, descending(high)), high: join(prefix, descending(low)), prefix: start };
  }
  return { low: join(prefix, ascending(low)), high: join(prefix, ascending(high)), prefix: start };
}

/** A place between keys: before all keys that begin with `key`, or after them. */
interface Edge {
  readonly key: Key;
  readonly after: boolean;
}

// NaN is a number below all others, and no range finds it.
function edgesOf({ low, high }: Range): { low: Edge; high: Edge } {
  const kind = kindOf((low ?? high)?.value);
  const lowest = kind === KIND.number ? encodeKey(Number.NEGATIVE_INFINITY) : Uint8Array.of(kind);
  return {
    low: low ? { key: encodeKey(low.value), after: !low.inclusive } : { key: lowest, after: false },
    high: high
      ? { key: encodeKey(high.value), after: high.inclusive }
      : { key: Uint8Array.of(kind), after: true },
  };
}

// 255 is above every byte that can follow a key.
const ascending = ({ key, after }: Edge): Key => (after ? join(key, ABOVE_ALL) : key);

// In a descending field all bytes are inverted, so what was before a key is now after it.
const descending = ({ key, after }: Edge): Key => (after ? inverted(key) : join(inverted(key), ABOVE_ALL));

const join = (a: Uint8Array, b: Uint8Array): Key => Buffer.concat([a, b]);
