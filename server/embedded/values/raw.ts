import { failedToParse } from '../refusal.ts';
import { decode } from './codec.ts';
import type { Document } from './document.ts';

/** Steps through the elements of a BSON document without decoding them. */
export class ElementReader {
  readonly bytes: Uint8Array;
  /** BSON type of the present element. */
  type = 0;
  /** Where the present element begins (its type byte). */
  start = 4;
  /** Where its name ends (the zero byte after it). */
  nameEnd = 4;
  /** Where it ends, and the next begins. */
  end = 4;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Moves to the next element; false at the end of the document. */
  next(): boolean {
    const { bytes } = this;
    this.start = this.end;
    this.type = bytes[this.start] ?? 0;
    if (this.type === 0) return false;
    this.nameEnd = endOfName(bytes, this.start + 1);
    this.end = this.nameEnd + 1 + sizeOfValue(bytes, this.type, this.nameEnd + 1);
    if (this.end >= bytes.length)
      throw failedToParse('malformed BSON: an element is longer than its document');
    return true;
  }

  /** The name of the present element. */
  name(): string {
    return Buffer.from(
      this.bytes.buffer,
      this.bytes.byteOffset + this.start + 1,
      this.nameEnd - this.start - 1,
    ).toString();
  }

  /** Whether the present element has this name. */
  isNamed(name: Uint8Array): boolean {
    const { bytes, start, nameEnd } = this;
    if (nameEnd - start - 1 !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (bytes[start + 1 + i] !== name[i]) return false;
    return true;
  }

  /** The bytes of the present value. */
  value(): Uint8Array {
    return this.bytes.subarray(this.nameEnd + 1, this.end);
  }
}

/** Top-level field names, ready to be looked for in BSON. */
export type FieldNames = readonly Uint8Array[];

export function fieldNames(names: Iterable<string>): FieldNames {
  const distinct = names instanceof Set ? (names as ReadonlySet<string>) : new Set(names);
  return Array.from(distinct, bytesOfName);
}

// The same few names come with every command.
const known = new Map<string, Uint8Array>();
const MOST_KNOWN = 2000;

function bytesOfName(name: string): Uint8Array {
  const found = known.get(name);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const bytes = Buffer.from(name);
  known.set(name, bytes);
  return bytes;
}

/** Decodes only the named top-level fields: what a matcher or an index needs of a large document. */
export function decodeFields(bytes: Uint8Array, names: FieldNames): Document {
  const reader = new ElementReader(bytes);
  const parts: Uint8Array[] = [];
  while (parts.length < names.length && reader.next()) {
    for (const name of names) {
      if (reader.isNamed(name)) parts.push(bytes.subarray(reader.start, reader.end));
    }
  }
  return decode(joinElements(parts));
}

/** A BSON document made of whole elements. */
export function joinElements(parts: readonly Uint8Array[]): Uint8Array {
  let size = 5;
  for (const part of parts) size += part.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeInt32LE(size, 0);
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes[at] = 0;
  return bytes;
}

/** A little-endian 32-bit integer. */
export const int32At = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24);

function endOfName(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== 0) {
    if (at >= bytes.length) throw failedToParse('malformed BSON: a name without end');
    at++;
  }
  return at;
}

// Fixed sizes of BSON values by type; the others begin with their length.
const FIXED: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};
const BEYOND_LENGTH: Readonly<Record<number, number>> = {
  2: 4,
  3: 0,
  4: 0,
  5: 5,
  12: 16,
  13: 4,
  14: 4,
  15: 0,
};

function sizeOfValue(bytes: Uint8Array, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  const beyond = BEYOND_LENGTH[type];
  if (beyond !== undefined) {
    const length = int32At(bytes, at);
    if (length < 0) throw failedToParse('malformed BSON: a negative length');
    return length + beyond;
  }
  if (type === 11) return endOfName(bytes, endOfName(bytes, at) + 1) + 1 - at;
  throw failedToParse(`malformed BSON: unknown type ${type}`);
}
