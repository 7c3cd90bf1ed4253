import { BSONRegExp } from 'bson';
import { badValue, location } from '../refusal.ts';
import { equal, patternOf } from '../values/compare.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import type { Path } from '../values/paths.ts';
import { leaf, type Test, type ValueTest } from './leaf.ts';

/** Whether a value is a regular expression of either kind. */
export const isRegex = (value: unknown): value is RegExp | BSONRegExp =>
  value instanceof RegExp || value instanceof BSONRegExp;

/** A regular expression as JavaScript runs it. PCRE's `x` flag and leading `(?i)` are translated. */
export function toRegex(value: unknown, options?: unknown): RegExp {
  if (!isRegex(value) && typeof value !== 'string') throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  let [pattern, flags] = patternOf(value);
  flags = options ?? flags;
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  if (inline) {
    flags += inline[1];
    pattern = pattern.slice(inline[0].length);
  }
  if (flags.includes('x')) pattern = withoutSpace(pattern);
  try {
    return new RegExp(pattern, [...new Set(flags.replace(/[^ims]/g, ''))].join(''));
  } catch (error) {
    throw location(51091, `Regular expression is invalid: ${String(error)}`);
  }
}

/** Tests texts against a regular expression. */
export const regexTest =
  (regex: RegExp): ValueTest =>
  (value) =>
    typeof value === 'string' && regex.test(value);

/** A field that matches a regular expression, or is that very expression. */
export function matchesRegex(path: Path, wanted: RegExp | BSONRegExp): Test {
  const test = regexTest(toRegex(wanted));
  return leaf(path, (value) => test(value) || (kindOf(value) === KIND.regex && equal(value, wanted)));
}

const withoutSpace = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|#.*$|\s+/gm, (part) => (/^[\\[]/.test(part) ? part : ''));
