import { isObject, type JsonObject } from '../../../nodes/contract/json.ts';

/**
 * Reads of JSON that others wrote: the value under a key if it is of the kind asked for, else nothing. Never throws.
 */

/** A text that says something; the empty one counts as missing. */
export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, also when it was written as a text ("1760000000"). */
export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function objectIn(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isObject(value) ? value : undefined;
}

/** The objects of a list; whatever else stands in it is skipped. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const LAST_DATE_SECONDS = 8.64e12;

/** A time given in Unix seconds, as epoch ms; the fallback when there is none that a calendar knows. */
export function timeIn(object: JsonObject, key: string, fallback: number): number {
  const seconds = numberIn(object, key);
  if (seconds === undefined || seconds <= 0 || seconds > LAST_DATE_SECONDS) return fallback;
  return Math.round(seconds * 1000);
}

type Fields<T> = {
  readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** The same fields without those that are undefined: an absent thing is absent, not empty. */
export function present<T extends object>(fields: Fields<T>): T {
  const kept: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as T;
}
