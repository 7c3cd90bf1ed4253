import { isObject, type Json, type JsonObject } from '../../nodes/contract/json.ts';

/** A value read from a text, or a sentence on why it cannot be read. */
export type ReadJson = { readonly value: Json } | { readonly problem: string };

export function readJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { problem: `this is not JSON: ${(error as Error).message}` };
  }
}

/** An object read from a text, or a sentence on why there is none. */
export function readJsonObject(text: string): JsonObject | string {
  const read = readJson(text);
  if ('problem' in read) return read.problem;
  return isObject(read.value) ? read.value : 'this must be an object in braces: {"name": "value"}';
}
