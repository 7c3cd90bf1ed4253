import { KIND, kindOf } from './kinds.ts';

/** A decoded BSON document. */
export type Document = Record<string, unknown>;

/** Whether a value is an embedded document: not an array, not a BSON type such as ObjectId. */
export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && kindOf(value) === KIND.document;

/** Whether the first field is an operator, as in `{ $gt: 1 }`; `$ref`, `$id` and `$db` make a reference, not an operator. */
export function isOperatorDocument(value: unknown): value is Document {
  if (!isDocument(value)) return false;
  const first = firstField(value);
  return first?.[0] === '$' && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** The name of the first field; undefined in an empty document. */
export function firstField(document: Document): string | undefined {
  for (const name in document) return name;
  return undefined;
}
