import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/**
 * A value's place in MongoDB's order of types, and the first byte of its key.
 * 0 and 255 stay free: 0 ends arrays and documents inside a key, 255 is above every key.
 */
export const KIND = {
  min: 1,
  nothing: 6,
  number: 10,
  string: 20,
  document: 30,
  array: 40,
  binary: 50,
  objectId: 60,
  boolean: 70,
  date: 80,
  timestamp: 90,
  regex: 100,
  code: 110,
  max: 240,
} as const;

export type Kind = (typeof KIND)[keyof typeof KIND];

const KIND_OF_PRIMITIVE: Readonly<Record<string, Kind>> = {
  undefined: KIND.nothing,
  number: KIND.number,
  bigint: KIND.number,
  string: KIND.string,
  boolean: KIND.boolean,
};

const KIND_OF_CLASS = new Map<unknown, Kind>([
  [Array, KIND.array],
  [Date, KIND.date],
  [ObjectId, KIND.objectId],
  [Long, KIND.number],
  [Double, KIND.number],
  [Int32, KIND.number],
  [Decimal128, KIND.number],
  [Timestamp, KIND.timestamp],
  [Binary, KIND.binary],
  [MinKey, KIND.min],
  [MaxKey, KIND.max],
  [BSONRegExp, KIND.regex],
  [RegExp, KIND.regex],
  [BSONSymbol, KIND.string],
  [Code, KIND.code],
]);

/** The kind of a decoded value. Missing (`undefined`) and `null` are one kind. */
export function kindOf(value: unknown): Kind {
  if (value === null) return KIND.nothing;
  if (typeof value !== 'object') return KIND_OF_PRIMITIVE[typeof value] ?? KIND.document;
  return KIND_OF_CLASS.get(value.constructor) ?? KIND.document;
}
