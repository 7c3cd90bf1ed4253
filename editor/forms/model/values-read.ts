import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { templateTokens } from './template-tokens.ts';

/** The variables that the texts in a value read in plain holes, each once, in their order. */
export function pathsRead(value: Json): readonly string[] {
  if (typeof value === 'string')
    return [...new Set(templateTokens(value).flatMap(({ reads }) => (reads === undefined ? [] : [reads])))];
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return [...new Set(inner.flatMap(pathsRead))];
}
