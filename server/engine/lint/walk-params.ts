import { isObject, type Json } from '../../../nodes/contract/json.ts';
import type { AnySchema, Format, Schema } from '../../../nodes/contract/schema.ts';
import { type Filling, quoted, say } from '../../../nodes/contract/sentence.ts';

/** A value somewhere inside params, and what the schema says it stands for. */
export interface ParamValue {
  /** Such as `choices.2.label`; empty for the params themselves. */
  readonly path: string;
  readonly schema: Schema;
  readonly value: Json;
}

/** Every value that the schema knows, outside in; where a value has not the shape it should have, the walk stops. */
export function* walkParams(schema: Schema, value: Json, path = ''): Generator<ParamValue> {
  yield { path, schema, value };
  const inside = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (schema.type === 'array' && Array.isArray(value))
    for (const [n, item] of (value as readonly Json[]).entries())
      yield* walkParams(schema.items, item, inside(n));
  if (schema.type === 'object' && isObject(value))
    for (const [key, field] of Object.entries(schema.properties)) {
      const found = Object.hasOwn(value, key) ? value[key] : undefined;
      if (found !== undefined) yield* walkParams(field, found, inside(key));
    }
}

/** What a value stands for, if its schema says. */
export const formatOf = (schema: Schema): Format | AnySchema['format'] | undefined =>
  'format' in schema ? schema.format : undefined;

/** What a person calls the field at a path: `"Label" in "Options" no. 2`. */
export function fieldName(schema: Schema, path: string): Filling {
  const names: Filling[] = [];
  let at: Schema | undefined = schema;
  for (const key of path === '' ? [] : path.split('.')) {
    const last = names.length - 1;
    if (at?.type === 'array' && last >= 0) {
      names[last] = say('{list} no. {n}', { list: names[last] ?? '', n: Number(key) + 1 });
      at = at.items;
    } else {
      at = fieldOf(at, key);
      names.push(quoted(at?.title === undefined ? key : say(at.title)));
    }
  }
  if (names.length === 0) return say('what is set');
  return names.reduce((whole, part) => say('{part} in {whole}', { part, whole }));
}

/** What a person calls a value of a field. */
export const valueName = (schema: Schema, value: Json): Filling => {
  const label = 'labels' in schema ? schema.labels?.[String(value)] : undefined;
  return label === undefined ? String(value) : quoted(say(label));
};

/** The schema of the value at a path, if the schema knows it. */
export const schemaAt = (schema: Schema, path: string): Schema | undefined =>
  path
    .split('.')
    .reduce<Schema | undefined>((at, key) => (at?.type === 'array' ? at.items : fieldOf(at, key)), schema);

const fieldOf = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.type === 'object' && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
