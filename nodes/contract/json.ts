/** What survives storage, the wire and a replay: plain JSON, never changed in place. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The value at a dotted path such as `order.items.0.name`; never an inherited member. */
export function lookup(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || FORBIDDEN.has(key)) return undefined;
    if (!Object.hasOwn(found, key)) return undefined;
    found = (found as { readonly [key: string]: Json })[key];
  }
  return found;
}

/** The value as a text a person may read: nothing for null, JSON for lists and objects. */
export const toText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** About how many characters a value takes when it is stored; counts no further than just past `most`. */
export function sizeOf(value: Json | undefined, most: number): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 4;
  let size = 2;
  for (const key in value) {
    if (size > most) return size;
    size += key.length + sizeOf((value as JsonObject)[key], most - size);
  }
  return size;
}
