import { RE2JS } from 're2js';

/**
 * How a keyword is looked for in a message:
 * `word` anywhere, as whole words · `only` the message is nothing else · `begins` the message starts with it ·
 * `pattern` a regular expression (RE2: linear time, no look-around)
 */
export type KeywordMatch = 'word' | 'only' | 'begins' | 'pattern';

/** The first of `keywords` that `text` matches, as the admin wrote it. An unreadable pattern matches nothing. */
export function matchKeyword(
  keywords: readonly string[],
  how: KeywordMatch,
  text: string,
): string | undefined {
  if (how === 'pattern') return keywords.find((pattern) => compilePattern(pattern)?.matcher(text).find());
  const folded = fold(text);
  let edges: Edges | undefined;
  return keywords.find((keyword) => {
    const wanted = foldOnce(keyword);
    if (wanted === '') return false;
    if (how === 'only') return folded === wanted;
    if (!folded.includes(wanted)) return false;
    edges ??= PLAIN.test(folded) ? plainEdges(folded) : wordEdges(folded);
    return holdsWords(folded, wanted, edges, how === 'begins');
  });
}

/** What is wrong with a pattern, as RE2 says it; undefined when it is fine. */
export function checkPattern(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a pattern finds in a text: its first group if it has one that took part, else the whole match. */
export function findPattern(pattern: string, text: string): string | undefined {
  const matcher = compilePattern(pattern)?.matcher(text);
  if (!matcher?.find()) return undefined;
  return (matcher.groupCount() > 0 ? matcher.group(1) : null) ?? matcher.group() ?? undefined;
}

/** Accents, joiners, marks of direction, variation selectors: seen, but not meant. */
const IGNORED = /\p{Variation_Selector}|[\u200b-\u200f\u2060\ufeff]|(?=\p{Mn})[\p{Script=Inherited}]/gu;

/**
 * A text as it is compared: without case, accents, width, punctuation and emoji, digits of any script as 0–9,
 * Thai vowels and tones in one order, single blanks between words.
 */
export function fold(text: string): string {
  // The same message is folded for trigger after trigger.
  if (text !== lastText) {
    lastFold = PLAIN.test(text) ? foldPlain(text) : foldAny(text);
    lastText = text;
  }
  return lastFold;
}

let lastText = '';
let lastFold = '';

/** A text in plain Latin letters needs no Unicode: most messages of the world's chats, at a tenth of the cost. */
const PLAIN = /^[\x20-\x7e\n]*$/;

const foldPlain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function foldAny(text: string): string {
  return text
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33') // NIKHAHIT + AA is how some keyboards write SARA AM
    .normalize('NFKD')
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33') // NFKD takes SARA AM apart again
    .replace(IGNORED, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function latinDigit(digit: string): string {
  if (digit <= '9') return digit;
  // Unicode keeps each script's ten digits together and in order, so the zero is found by walking down.
  let value = 0;
  let code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    value += 1;
    code -= 1;
  }
  return String(value);
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Where words begin and end; in scripts without blanks only a dictionary knows. */
function wordEdges(text: string): ReadonlySet<number> {
  const edges = new Set<number>([text.length]);
  for (const { index } of segmenter.segment(text)) edges.add(index);
  return edges;
}

/** Words of plain Latin letters end at blanks. */
const plainEdges = (text: string): Edges => ({
  has: (at) => at === 0 || at === text.length || text[at] === ' ' || text[at - 1] === ' ',
});

/** Places in a text where a word may begin or end. */
interface Edges {
  has(at: number): boolean;
}

function holdsWords(text: string, wanted: string, edges: Edges, atStart: boolean): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (atStart && at > 0) return false;
    const end = at + wanted.length;
    // Korean glues particles to the end of a word, so there only the beginning counts.
    if (edges.has(at) && (edges.has(end) || /\p{Script=Hangul}$/u.test(wanted))) return true;
  }
  return false;
}

const REMEMBERED = 5_000;
const folded = new Map<string, string>();
const patterns = new Map<string, RE2JS | undefined>();

const foldOnce = (keyword: string): string => remember(folded, keyword, () => fold(keyword));

const compilePattern = (pattern: string): RE2JS | undefined =>
  remember(patterns, pattern, () =>
    checkPattern(pattern) === undefined ? RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE) : undefined,
  );

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as T;
  if (memory.size >= REMEMBERED) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}
