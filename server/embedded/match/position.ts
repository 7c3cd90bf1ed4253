import { type Document, isDocument } from '../values/document.ts';
import { visitPath } from '../values/paths.ts';
import { compileTest } from './matcher.ts';

/** The first element of an array that made the filter match: what `$` in an update or a projection stands for. */
export function positionOf(document: Document, path: string, filter: Document): number | undefined {
  let array: unknown;
  visitPath(document, path.split('.'), (value) => {
    array = value;
    return true;
  });
  if (!Array.isArray(array)) return undefined;
  for (const [below, condition] of conditionsOn(path, filter)) {
    const test = compileTest({ [below === '' ? 'elements' : `elements.${below}`]: condition });
    const position = array.findIndex((element: unknown) => test({ elements: [element] }));
    if (position >= 0) return position;
  }
  return undefined;
}

function conditionsOn(path: string, filter: Document): [below: string, condition: unknown][] {
  return Object.entries(filter).flatMap(([name, condition]): [string, unknown][] => {
    if ((name === '$and' || name === '$or') && Array.isArray(condition)) {
      return condition.filter(isDocument).flatMap((part) => conditionsOn(path, part));
    }
    if (name === path) return [['', condition]];
    return name.startsWith(`${path}.`) ? [[name.slice(path.length + 1), condition]] : [];
  });
}
