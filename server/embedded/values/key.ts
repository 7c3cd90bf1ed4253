import type { Code, ObjectId } from 'bson';
import { bytesOf, millisOf, patternOf, textOf, timestampOf } from './compare.ts';
import type { Document } from './document.ts';
import { KIND, type Kind, kindOf } from './kinds.ts';
import { excess, toNumber } from './numbers.ts';

/** A value, or several, as bytes whose order is the order of the values. No key is the beginning of another. */
export type Key = Uint8Array;

/** 1 for ascending, -1 for descending. */
export type Direction = 1 | -1;

/** The key of one value. */
export function encodeKey(value: unknown): Key {
  length = 0;
  put(value);
  return copy();
}

/** The key of the fields of an index, each in its own direction. */
export function encodeKeys(values: readonly unknown[], directions: readonly Direction[]): Key {
  length = 0;
  for (let i = 0; i < values.length; i++) {
    const start = length;
    put(values[i]);
    if (directions[i] === -1) invert(start);
  }
  return copy();
}

/** The same bytes with the opposite order. */
export const inverted = (key: Key): Key => key.map((byte) => 255 - byte);

// One buffer for all keys being written: encoding is synchronous and never nested.
let buffer = Buffer.allocUnsafe(4096);
let length = 0;

const copy = (): Key => Buffer.from(buffer.subarray(0, length));

function reserve(bytes: number): void {
  if (length + bytes <= buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + bytes));
  buffer.copy(larger, 0, 0, length);
  buffer = larger;
}

function invert(from: number): void {
  for (let i = from; i < length; i++) buffer[i] = 255 - (buffer[i] as number);
}

function put(value: unknown): void {
  const kind = kindOf(value);
  putByte(kind);
  PUT[kind](value);
}

const PUT: Readonly<Record<Kind, (value: unknown) => void>> = {
  [KIND.min]: () => undefined,
  [KIND.nothing]: () => undefined,
  [KIND.max]: () => undefined,
  [KIND.number]: putNumber,
  [KIND.string]: (value) => putText(textOf(value)),
  [KIND.boolean]: (value) => putByte(value === true ? 1 : 0),
  [KIND.date]: (value) => putSigned(BigInt(millisOf(value))),
  [KIND.objectId]: (value) => putBytes((value as ObjectId).id),
  [KIND.timestamp]: (value) => putUnsigned(timestampOf(value)),
  [KIND.binary]: putBinary,
  [KIND.regex]: (value) => patternOf(value).forEach(putText),
  [KIND.code]: (value) => putText((value as Code).code),
  [KIND.array]: (value) => putArray(value as readonly unknown[]),
  [KIND.document]: (value) => putDocument(value as Document),
};

function putByte(byte: number): void {
  reserve(1);
  buffer[length++] = byte;
}

function putBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  buffer.set(bytes, length);
  length += bytes.length;
}

function putUnsigned(value: bigint): void {
  reserve(8);
  length = buffer.writeBigUInt64BE(value, length);
}

const putSigned = (value: bigint): void => putUnsigned(BigInt.asUintN(64, value) ^ (1n << 63n));

// An IEEE double sorts as bytes once the sign is flipped, and all bits of a negative one.
// Integers beyond 2^53 carry what the double cannot hold, so neighbouring Longs stay apart.
function putNumber(value: unknown): void {
  const double = toNumber(value);
  const start = length;
  reserve(8);
  length = buffer.writeDoubleBE(Number.isNaN(double) ? Number.NEGATIVE_INFINITY : double + 0, length);
  if (((buffer[start] as number) & 0x80) === 0) buffer[start] = (buffer[start] as number) | 0x80;
  else invert(start);
  if (Number.isNaN(double)) buffer[length - 1] = 0;
  if (Math.abs(double) > Number.MAX_SAFE_INTEGER) putSigned(excess(value));
}

// 00 inside a text becomes 00 FF; the end is 00 00, which is below it.
function putText(text: string): void {
  reserve(text.length * 3 + 2);
  const start = length;
  length += text.length < 48 ? writeShort(text) : buffer.write(text, length, 'utf8');
  const written = buffer.subarray(start, length);
  if (written.includes(0)) {
    const escaped = Buffer.from(written.toString('latin1').replaceAll('\0', '\0\xff'), 'latin1');
    length = start;
    putBytes(escaped);
  }
  reserve(2);
  buffer[length++] = 0;
  buffer[length++] = 0;
}

// For the short ASCII texts that most keys are, a loop beats the call into native code.
function writeShort(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return buffer.write(text, length, 'utf8');
    buffer[length + i] = unit;
  }
  return text.length;
}

function putBinary(value: unknown): void {
  const { bytes, subtype } = bytesOf(value);
  reserve(5);
  length = buffer.writeUInt32BE(bytes.length, length);
  putByte(subtype);
  putBytes(bytes);
}

function putArray(values: readonly unknown[]): void {
  for (const value of values) put(value);
  putByte(0);
}

function putDocument(document: Document): void {
  for (const name of Object.keys(document)) {
    putByte(kindOf(document[name]));
    putText(name);
    put(document[name]);
  }
  putByte(0);
}
