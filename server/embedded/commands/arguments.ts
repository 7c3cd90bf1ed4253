import type { Variables } from '../aggregation.ts';
import { typeName } from '../match/types.ts';
import { badValue, Refusal, typeMismatch } from '../refusal.ts';
import { decode } from '../values/codec.ts';
import { type Document, firstField, isDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';

/** The collection a command is about: the value of its first field. */
export function collectionName(command: Document): string {
  const name = command[firstField(command) ?? ''];
  if (typeof name === 'string' && name !== '' && !name.includes('\0')) return name;
  throw new Refusal(73, 'InvalidNamespace', `collection name has invalid type ${typeName(name)}`);
}

/** The database a command is about. */
export const databaseName = (command: Document): string => String(command['$db'] ?? 'test');

/** A field that is a document where it is given. */
export function documentArgument(command: Document, field: string): Document | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (isDocument(value)) return value;
  throw typeMismatch(`'${field}' must be a document, not ${typeName(value)}`);
}

/** A field that is a whole number of at least 0 where it is given. */
export function countArgument(command: Document, field: string): number | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (kindOf(value) !== KIND.number)
    throw typeMismatch(`'${field}' must be a number, not ${typeName(value)}`);
  const number = Math.trunc(toNumber(value));
  if (number < 0) throw badValue(`'${field}' value must be greater than or equal to 0, was ${number}`);
  return number;
}

/** A list of documents, decoded where they came as raw sections of the message. */
export function documentsArgument(command: Document, field: string): Document[] {
  return rawDocuments(command, field).map((value) => (value instanceof Uint8Array ? decode(value) : value));
}

/** A list of documents, as bytes where the message carried them so. */
export function rawDocuments(command: Document, field: string): (Document | Uint8Array)[] {
  const values = command[field];
  if (!Array.isArray(values)) throw typeMismatch(`'${field}' must be an array`);
  return values.map((value: unknown) => {
    if (value instanceof Uint8Array || isDocument(value)) return value;
    throw typeMismatch(`'${field}' must hold documents, not ${typeName(value)}`);
  });
}

/** The variables of expressions: `let`, and the time. */
export function variablesOf(command: Document): Variables {
  const values: Document = { NOW: new Date() };
  for (const [name, value] of Object.entries(documentArgument(command, 'let') ?? {})) {
    values[name] = isDocument(value) && '$literal' in value ? value['$literal'] : value;
  }
  return values;
}

/** When to give up, if the command sets itself a time. */
export function deadlineOf(command: Document): number | undefined {
  const limit = countArgument(command, 'maxTimeMS');
  return limit ? Date.now() + limit : undefined;
}
