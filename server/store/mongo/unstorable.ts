import { BSON, MongoInvalidArgumentError, MongoServerError } from 'mongodb';
import { Unstorable } from '../store.ts';

/** What servers say of documents that they do not take, whoever asks and however often. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  2, // BadValue
  15, // Overflow: nested too deep
  52, // DollarPrefixedFieldName
  55, // InvalidDBRef
  57, // DottedFieldName
  10334, // BSONObjectTooLarge
  17280, // KeyTooLong
  17419, // the update would make it too large
  17420,
]);

/** Tells errors that are about the document itself; all others are passed on as they are. */
export function asUnstorable(error: unknown): never {
  const isAboutIt =
    error instanceof BSON.BSONError ||
    error instanceof RangeError ||
    error instanceof MongoInvalidArgumentError ||
    (error instanceof MongoServerError && REFUSALS.has(error.code));
  throw isAboutIt ? new Unstorable(error) : error;
}
