import { ObjectId } from 'bson';
import { Refusal } from '../refusal.ts';
import type { Document } from '../values/document.ts';
import { visitPath } from '../values/paths.ts';

/** Code 11000, with the pattern and the value that was already there. */
export function duplicateKey(
  namespace: string,
  indexName: string,
  keyPattern: Document,
  document: Document,
): Refusal {
  const keyValue: Document = {};
  for (const name of Object.keys(keyPattern)) keyValue[name] = firstValue(document, name);
  const shown = Object.entries(keyValue).map(([name, value]) => `${name}: ${show(value)}`);
  return new Refusal(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${indexName} dup key: { ${shown.join(', ')} }`,
    { keyPattern, keyValue },
  );
}

function firstValue(document: Document, name: string): unknown {
  let found: unknown;
  visitPath(document, name.split('.'), (value) => {
    found = Array.isArray(value) ? value[0] : value;
    return true;
  });
  return found ?? null;
}

const show = (value: unknown): string =>
  value instanceof ObjectId ? `ObjectId('${value.toHexString()}')` : JSON.stringify(value);
