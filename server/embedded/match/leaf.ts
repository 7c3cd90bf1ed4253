import type { Document } from '../values/document.ts';
import { type Path, visitPath } from '../values/paths.ts';

/** Whether a document answers a condition. */
export type Test = (document: Document) => boolean;

/** Whether one value answers a condition; `undefined` is a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** Tests the values at a path and, where one is an array, its elements too. */
export const leaf = (path: Path, test: ValueTest): Test => {
  const visit: ValueTest = (value) => test(value) || (Array.isArray(value) && value.some(test));
  return (document: Document) => visitPath(document, path, visit);
};

/** Tests the values at a path as they are: an array is one value. */
export const whole =
  (path: Path, test: ValueTest): Test =>
  (document: Document) =>
    visitPath(document, path, test);

/** The opposite of a test. */
export const not =
  (test: Test): Test =>
  (document: Document) =>
    !test(document);
