import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { quoted, type Sentence, say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';
import { findJsonMistake } from './json-mistake.ts';

/** The largest file that is read, in characters, and how deep its lists and objects may be nested. */
export const MAX_SIZE = 5_000_000;
export const MAX_DEPTH = 64;

export type Parsed = { readonly json: Json } | { readonly problem: Problem };

/** A text as JSON, or why it cannot be read. */
export function parseJson(text: string): Parsed {
  if (text.length > MAX_SIZE)
    return {
      problem: problem(
        'file-too-large',
        say('The file is larger than {n} MB, which no flow needs.', { n: MAX_SIZE / 1_000_000 }),
      ),
    };
  try {
    // Some editors begin a file with a byte order mark, which means nothing.
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) as Json };
  } catch {
    return { problem: problem('file-not-json', notJson(text.replace(/^\ufeff/, ''))) };
  }
}

function notJson(text: string): Sentence {
  if (text.trim() === '') return say('The file is empty.');
  const mistake = findJsonMistake(text);
  if (!mistake) return say('The file is not JSON.');
  const { found, wanted, ...place } = mistake;
  const values = { ...place, wanted: say(wanted) };
  return found === undefined
    ? say('The file is not JSON: at line {line}, column {column}, it needs {wanted}, but ends there.', values)
    : say(
        'The file is not JSON: at line {line}, column {column}, it needs {wanted}, but has {found} there.',
        {
          ...values,
          found: found === '"' ? say('a quote') : quoted(found),
        },
      );
}

/** Whether a value is nested deeper than anything a flow holds: walking it could exhaust the stack. */
export function isTooDeep(value: Json, depth = 0): boolean {
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item: Json) => isTooDeep(item, depth + 1));
  return isObject(value) && Object.values(value).some((item) => isTooDeep(item, depth + 1));
}
