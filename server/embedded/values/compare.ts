import { Binary, BSONRegExp, BSONSymbol, type Code, type ObjectId, type Timestamp } from 'bson';
import type { Document } from './document.ts';
import { KIND, type Kind, kindOf } from './kinds.ts';
import { compareNumbers } from './numbers.ts';

/** MongoDB's total order of values: below 0, 0 or above 0. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind !== other) return kind - other;
  return COMPARE[kind](a, b);
}

/** Whether two values are equal in MongoDB's eyes: 1 and Long(1) are, `{a,b}` and `{b,a}` are not. */
export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

/** The milliseconds of a date; 0 for one that JavaScript cannot hold. */
export const millisOf = (value: unknown): number => {
  const millis = Number(value);
  return Number.isNaN(millis) ? 0 : millis;
};

/** The text of a string or symbol. */
export const textOf = (value: unknown): string => (value instanceof BSONSymbol ? value.value : String(value));

/** The bytes and subtype of binary data. */
export const bytesOf = (value: unknown): { bytes: Uint8Array; subtype: number } =>
  value instanceof Binary
    ? { bytes: value.buffer.subarray(0, value.position), subtype: value.sub_type }
    : { bytes: value as Uint8Array, subtype: 0 };

/** Pattern and flags of either kind of regular expression. */
export function patternOf(value: unknown): readonly [pattern: string, flags: string] {
  if (value instanceof RegExp) return [value.source, value.flags];
  return value instanceof BSONRegExp ? [value.pattern, value.options] : [String(value), ''];
}

/** A timestamp as one unsigned number. */
export const timestampOf = (value: unknown): bigint => BigInt.asUintN(64, (value as Timestamp).toBigInt());

const COMPARE: Readonly<Record<Kind, (a: unknown, b: unknown) => number>> = {
  [KIND.min]: () => 0,
  [KIND.nothing]: () => 0,
  [KIND.max]: () => 0,
  [KIND.number]: compareNumbers,
  [KIND.string]: (a, b) => compareText(textOf(a), textOf(b)),
  [KIND.boolean]: (a) => (a === true ? 1 : -1),
  [KIND.date]: (a, b) => millisOf(a) - millisOf(b),
  [KIND.objectId]: (a, b) => Buffer.compare((a as ObjectId).id, (b as ObjectId).id),
  [KIND.timestamp]: (a, b) => order(timestampOf(a), timestampOf(b)),
  [KIND.binary]: compareBinaries,
  [KIND.regex]: compareRegexes,
  [KIND.code]: (a, b) => compareText((a as Code).code, (b as Code).code),
  [KIND.array]: (a, b) => compareArrays(a as readonly unknown[], b as readonly unknown[]),
  [KIND.document]: (a, b) => compareDocuments(a as Document, b as Document),
};

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

// MongoDB compares UTF-8 bytes. UTF-16 differs from that only where surrogates meet the characters above them.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return byCodePoint(x) - byCodePoint(y);
  }
  return a.length - b.length;
}

const byCodePoint = (unit: number): number =>
  unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;

function compareBinaries(a: unknown, b: unknown): number {
  const x = bytesOf(a);
  const y = bytesOf(b);
  return x.bytes.length - y.bytes.length || x.subtype - y.subtype || Buffer.compare(x.bytes, y.bytes);
}

function compareRegexes(a: unknown, b: unknown): number {
  const [pattern, flags] = patternOf(a);
  const [otherPattern, otherFlags] = patternOf(b);
  return compareText(pattern, otherPattern) || compareText(flags, otherFlags);
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compare(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareDocuments(a: Document, b: Document): number {
  const names = Object.keys(a);
  const others = Object.keys(b);
  const length = Math.min(names.length, others.length);
  for (let i = 0; i < length; i++) {
    const name = names[i] as string;
    const other = others[i] as string;
    const x = a[name];
    const y = b[other];
    const difference = kindOf(x) - kindOf(y) || compareText(name, other) || compare(x, y);
    if (difference !== 0) return difference;
  }
  return names.length - others.length;
}
