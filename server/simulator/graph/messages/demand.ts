import type { Json } from '../../model.ts';
import { refusals } from '../graph-error.ts';

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under `key`; missing is Graph error 131008, another shape is 100. `path` is for the sentence. */
export function object(parent: Json, key: string, path = key): Json {
  const value = parent[key];
  if (value === undefined || value === null) throw refusals.missing(path);
  if (!isObject(value)) throw refusals.shape(`Param ${path} must be a JSON object.`);
  return value;
}

/** The list under `key` with `least` to `most` elements, all objects; a wrong count is Graph error 131009. */
export function list(parent: Json, key: string, path: string, least: number, most: number): readonly Json[] {
  const value = parent[key];
  if (value === undefined || value === null) throw refusals.missing(path);
  if (!Array.isArray(value)) throw refusals.shape(`Param ${path} must be an array.`);
  if (value.length < least || value.length > most)
    throw refusals.value(`Param ${path} must have ${least} to ${most} elements, not ${value.length}.`);
  if (!value.every(isObject)) throw refusals.shape(`Each element of ${path} must be a JSON object.`);
  return value;
}

/** The non-empty text under `key`, at most `most` UTF-16 units. */
export function text(parent: Json, key: string, path: string, most: number): string {
  const value = optionalText(parent, key, path, most);
  if (value === undefined) throw refusals.missing(path);
  if (value.trim() === '') throw refusals.value(`Param ${path} must not be empty.`);
  return value;
}

/** The same, where nothing and empty are allowed. */
export function optionalText(parent: Json, key: string, path: string, most: number): string | undefined {
  const value = parent[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refusals.shape(`Param ${path} must be a string.`);
  if (value.length > most)
    throw refusals.value(`Param ${path} must be at most ${most} characters long, not ${value.length}.`);
  return value;
}

/** Refuses a list in which a text stands twice. */
export function allDifferent(values: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw refusals.value(`Duplicate ${what}: ${value}`);
    seen.add(value);
  }
}

/** The http(s) address under `key`. */
export function webAddress(parent: Json, key: string, path: string): string {
  const value = text(parent, key, path, 2000);
  const url = URL.parse(value);
  if (!(url && (url.protocol === 'http:' || url.protocol === 'https:')))
    throw refusals.value(`Param ${path} is not a valid URI.`);
  return value;
}

/** A coordinate, which may be a number or a numeral. */
export function degrees(parent: Json, key: string, path: string, limit: number): number {
  const value = parent[key];
  if (value === undefined || value === null || value === '') throw refusals.missing(path);
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || Math.abs(number) > limit)
    throw refusals.value(`Param ${path} must be a number between -${limit} and ${limit}.`);
  return number;
}
