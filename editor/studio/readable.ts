import { isObject, type Json, toText } from '../../nodes/contract/json.ts';
import type { Schema } from '../../nodes/contract/schema.ts';

/** A setting of a node as people read it. */
export interface Reading {
  readonly label: string;
  readonly text?: string;
  /** What is inside, for lists and groups. */
  readonly parts?: readonly Reading[];
}

/** The words for truths, in the reader's language. */
export interface Truths {
  readonly yes: string;
  readonly no: string;
}

/** The settings of a node in the order of its schema, under the titles a person knows. */
export function readable(schema: Schema | undefined, value: Json, truths: Truths): readonly Reading[] {
  if (!isObject(value)) return [];
  const fields = schema?.type === 'object' ? schema.properties : {};
  const known = Object.keys(fields).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  return [...known, ...others].map((key) => ({
    label: fields[key]?.title ?? spaced(key),
    ...reading(fields[key], value[key] ?? null, truths),
  }));
}

function reading(schema: Schema | undefined, value: Json, truths: Truths): Omit<Reading, 'label'> {
  if (typeof value === 'boolean') return { text: value ? truths.yes : truths.no };
  if (Array.isArray(value)) return readingOfList(schema, value as readonly Json[], truths);
  if (!isObject(value)) return { text: toText(value) };
  return schema !== undefined && schema.type !== 'object'
    ? { text: JSON.stringify(value) }
    : { parts: readable(schema, value, truths) };
}

function readingOfList(
  schema: Schema | undefined,
  items: readonly Json[],
  truths: Truths,
): Omit<Reading, 'label'> {
  if (items.every((item) => typeof item !== 'object' || item === null))
    return { text: items.map(toText).join(', ') };
  const each = schema?.type === 'array' ? schema.items : undefined;
  return { parts: items.map((item, n) => ({ label: String(n + 1), ...reading(each, item, truths) })) };
}

/** `saveAs` → `Save as` */
const spaced = (key: string): string => {
  const words = key
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
