import { isObject } from '../../nodes/contract/json.ts';

/** MongoDB takes a hundred levels, and what we keep is wrapped in some of our own. */
const DEEPEST = 64;

/**
 * JSON that others wrote, as any database keeps it. Names that would be refused, or taken for something else, are
 * left out; `$` at the beginning of a name becomes `_`; what nests too deep is left out. The same value when all is well.
 */
export const storable = <T>(value: T): T => keep(value, 0) as T;

function keep(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  return isObject(value) ? keepObject(value, depth) : keepList(value as readonly unknown[], depth);
}

function keepList(list: readonly unknown[], depth: number): readonly unknown[] {
  const kept = list.map((item) => keep(item, depth + 1));
  return kept.every((item, i) => item === list[i]) ? list : kept;
}

function keepObject(object: object, depth: number): object {
  const entries = Object.entries(object);
  const kept = entries.flatMap(([name, value]): [string, unknown][] =>
    isRefused(name) ? [] : [[name.startsWith('$') ? `_${name.slice(1)}` : name, keep(value, depth + 1)]],
  );
  const isSame =
    kept.length === entries.length &&
    kept.every(([name, value], i) => name === entries[i]?.[0] && value === entries[i]?.[1]);
  return isSame ? object : Object.fromEntries(kept);
}

/** BSON ends names with a zero byte, and its library takes `_bsontype` for a mark of its own. */
const isRefused = (name: string): boolean =>
  name === '__proto__' || name === '_bsontype' || name.includes('\0');
