import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { quoted, type Sentence, say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';
import { findJsonMistake } from './json-mistake.ts';
import { mendJson } from './mend-json.ts';
import { recogniseText } from './recognise.ts';

/** The largest file that is read, in characters, and how deep its lists and objects may be nested. */
export const MAX_SIZE = 6_000_000;
export const MAX_DEPTH = 64;

/** What was read, what is wrong with it, or both: what was saved of it, and from what. */
export interface Parsed {
  readonly json?: Json;
  readonly problem?: Problem;
}

/** A text as JSON, or why it cannot be read. Mending saves what it can of a text that is damaged. */
export function parseJson(text: string, mend = false): Parsed {
  if (text.length > MAX_SIZE)
    return {
      problem: problem(
        'file-too-large',
        say('The file is larger than {n} MB, which no flow needs.', { n: MAX_SIZE / 1_000_000 }),
      ),
    };
  try {
    // Some editors begin a file with a byte order mark, which means nothing.
    return { json: JSON.parse(unmarked(text)) as Json };
  } catch {
    return notJson(unmarked(text), mend);
  }
}

const unmarked = (text: string): string => text.replace(/^\ufeff/, '');

function notJson(text: string, mend: boolean): Parsed {
  const foreign = recogniseText(text);
  if (foreign !== undefined)
    return {
      problem: problem(
        'file-foreign',
        say('This is no flow file: it seems to be {what}.', { what: say(foreign) }),
      ),
    };
  const wrong = { problem: problem('file-not-json', mistakeIn(text)) };
  const mended = mend ? mendJson(text) : undefined;
  try {
    return mended === undefined ? wrong : { json: JSON.parse(mended) as Json, ...wrong };
  } catch {
    return wrong;
  }
}

function mistakeIn(text: string): Sentence {
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
