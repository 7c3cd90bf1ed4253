import { type Document, isDocument } from './document.ts';

/** A dotted path, split. */
export type Path = readonly string[];

/**
 * Shown every value a path leads to; arrays on the way are entered. Returns true to stop.
 * `undefined` stands for a missing field.
 */
export type Visit = (value: unknown) => boolean;

/**
 * Visits every value at a path and tells whether a visit stopped it.
 * An array on the way that holds no documents leads nowhere and is not visited: `{a: []}` has no `a.b`, not even a missing one.
 */
export function visitPath(document: unknown, path: Path, visit: Visit, from = 0): boolean {
  let value = document;
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(value)) return visitElements(value, path, visit, i);
    if (!isDocument(value)) return visit(undefined);
    value = fieldOf(value, path[i] as string);
  }
  return visit(value);
}

// A number in a path is an index of the array and a field of its documents, both.
function visitElements(elements: readonly unknown[], path: Path, visit: Visit, at: number): boolean {
  const name = path[at] as string;
  if (isArrayIndex(name)) {
    const element = elements[Number(name)];
    if (element !== undefined && visitPath(element, path, visit, at + 1)) return true;
  }
  return elements.some((element) => isDocument(element) && visitPath(element, path, visit, at));
}

/** A document's own field: never something inherited, whatever its name. */
export const fieldOf = (document: Document, name: string): unknown =>
  Object.hasOwn(document, name) ? document[name] : undefined;

/** Whether a part of a path can be the index of an array element. */
export const isArrayIndex = (part: string): boolean => /^(?:0|[1-9]\d*)$/.test(part);

/** The first field a path goes through. */
export const topOf = (path: string): string => {
  const dot = path.indexOf('.');
  return dot === -1 ? path : path.slice(0, dot);
};
