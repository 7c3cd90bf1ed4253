import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { AnySchema, Format, ObjectSchema, Schema } from '../../../nodes/contract/schema.ts';

/** Whether a value has the shape that the field of a schema can draw; what has not is shown as it is, and kept. */
export function isDrawable(schema: Schema, value: Json | undefined): boolean {
  if (value === undefined) return true;
  switch (schema.type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return true;
  }
}

/** The values of an object that its schema does not know. */
export const straysOf = (schema: ObjectSchema, value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(schema.properties, name)));

/** What a new value of a schema begins with: the least that its schema asks for. */
export function freshValue(schema: Schema): Json {
  if ('default' in schema && schema.default !== undefined) return schema.default;
  switch (schema.type) {
    case 'string':
      return schema.enum?.[0] ?? FRESH[schema.format ?? ''] ?? '';
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => freshValue(schema.items));
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties)
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, field]) => [name, freshValue(field)]),
      );
    default:
      return null;
  }
}

const FRESH: { readonly [format: string]: string } = { duration: '1h' };

/** What a value stands for, if its schema says. */
export const formatOf = (schema: Schema): Format | AnySchema['format'] | undefined =>
  'format' in schema ? schema.format : undefined;

/** The path of a field inside of another. */
export const inside = (path: string, key: string | number): string =>
  path === '' ? `${key}` : `${path}.${key}`;

/** A path as hints name it: `messages.0.text` is `messages.*.text`. */
export const hintPath = (path: string): string => path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*');

/** Whether something is at, or inside of, a field. */
export const isWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`);

/** A list with one item moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Items with an id and a label are ways out: the id is made of the label, and stays. */
export const isNamed = (items: Schema): boolean =>
  items.type === 'object' && 'id' in items.properties && 'label' in items.properties;
