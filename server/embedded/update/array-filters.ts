import { compileTest } from '../match/matcher.ts';
import { badValue, failedToParse } from '../refusal.ts';
import { type Document, isDocument } from '../values/document.ts';
import { topOf } from '../values/paths.ts';

/** For each identifier of `$[identifier]`, which elements it stands for. */
export type ArrayFilters = ReadonlyMap<string, (element: unknown) => boolean>;

const NONE: ArrayFilters = new Map();

/** Reads `arrayFilters`. */
export function compileArrayFilters(filters: readonly Document[]): ArrayFilters {
  if (filters.length === 0) return NONE;
  const compiled = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    const identifiers = new Set(namesIn(filter));
    const [identifier] = identifiers;
    if (identifier === undefined || identifiers.size > 1) {
      const found = [...identifiers].map((name) => `'${name}'`).join(' and ');
      throw failedToParse(
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${found || 'none'}`,
      );
    }
    if (compiled.has(identifier)) {
      throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`);
    }
    const test = compileTest(filter);
    compiled.set(identifier, (element) => test({ [identifier]: element }));
  }
  return compiled;
}

/** Refuses identifiers without a filter, and filters nobody uses. */
export function checkArrayFilters(filters: ArrayFilters, paths: readonly string[]): void {
  const used = new Set<string>();
  for (const path of paths) {
    for (const [, identifier] of path.matchAll(/\$\[([^\]]+)\]/g)) {
      if (identifier === undefined) continue;
      if (!filters.has(identifier))
        throw badValue(`No array filter found for identifier '${identifier}' in path '${path}'`);
      used.add(identifier);
    }
  }
  for (const identifier of filters.keys()) {
    if (!used.has(identifier))
      throw failedToParse(`The array filter for identifier '${identifier}' was not used in the update`);
  }
}

const namesIn = (filter: Document): string[] =>
  Object.entries(filter).flatMap(([name, condition]) =>
    name.startsWith('$')
      ? Array.isArray(condition)
        ? condition.filter(isDocument).flatMap(namesIn)
        : []
      : [topOf(name)],
  );
