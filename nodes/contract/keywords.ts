import { RE2JS } from 're2js';
import { patternMistake } from './parser-words.ts';
import type { Sentence } from './sentence.ts';

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
  const heard = hear(text);
  return keywords.find((keyword) => {
    const wanted = foldOnce(keyword);
    if (wanted === '') return false;
    if (how === 'only') return heard.folded === wanted;
    return heard.folded.includes(wanted) && holdsWords(heard, wanted, how === 'begins');
  });
}

/** A message made ready to look for words in. */
interface Heard {
  readonly text: string;
  readonly folded: string;
  /** Where words begin and end; found when first needed. */
  edges?: ReadonlySet<number>;
}

let latest: Heard = { text: '', folded: '' };

/** Every trigger of a number looks at the same message, one after the other. */
function hear(text: string): Heard {
  if (text !== latest.text) latest = { text, folded: fold(text) };
  return latest;
}

/** What is wrong with a pattern; undefined when it is fine. */
export function checkPattern(pattern: string): Sentence | undefined {
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return undefined;
  } catch (error) {
    return patternMistake((error as Error).message);
  }
}

/** What a pattern finds in a text: its first group if it has one that took part, else the whole match. */
export function findPattern(pattern: string, text: string): string | undefined {
  const matcher = compilePattern(pattern)?.matcher(text);
  if (!matcher?.find()) return undefined;
  return (matcher.groupCount() > 0 ? matcher.group(1) : null) ?? matcher.group() ?? undefined;
}

/**
 * Accents, joiners, marks of direction, variation selectors: seen, but not meant. The marks that make another
 * letter stay: the voicing of kana (か, が) and the breve of й.
 */
const IGNORED =
  /\p{Variation_Selector}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?![\u3099\u309a]|(?<=[Ии])\u0306)(?=\p{Mn})[\p{Script=Inherited}]/gu;

/** Most texts in the world's most typed alphabet need none of what follows. */
const PLAIN = /^[ -~\r\n\t]*$/;

/**
 * A text as it is compared: without case, accents, width, punctuation and emoji, digits of any script as 0–9,
 * Thai vowels and tones in one order, single blanks between words.
 */
export function fold(text: string): string {
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return oneThaiSpelling(oneThaiSpelling(text).normalize('NFKD')) // NFKD takes SARA AM apart
    .replace(IGNORED, '')
    .normalize('NFC')
    .toUpperCase() // ß is SS, and dotless ı is I
    .toLowerCase()
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** What looks the same on every phone is typed in more ways than one. */
function oneThaiSpelling(text: string): string {
  if (!/[\u0E00-\u0E7F]/.test(text)) return text;
  return text
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33') // NIKHAHIT + AA for SARA AM
    .replace(/([\u0E48-\u0E4C])([\u0E31\u0E34-\u0E39\u0E47])/g, '$2$1') // the tone before its vowel
    .replace(/\u0E40\u0E40/g, '\u0E41'); // two E for one AE
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

/** Whether a word begins or ends at a place; in scripts without blanks only a dictionary knows. */
function isEdge(heard: Heard, place: number): boolean {
  const { folded } = heard;
  if (place === 0 || place === folded.length || folded[place] === ' ' || folded[place - 1] === ' ')
    return true;
  if (PLAIN.test(folded)) return false;
  heard.edges ??= new Set(Array.from(segmenter.segment(folded), ({ index }) => index));
  return heard.edges.has(place);
}

function holdsWords(heard: Heard, wanted: string, atStart: boolean): boolean {
  const { folded } = heard;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    if (atStart && at > 0) return false;
    // Korean glues particles to the end of a word, so there only the beginning counts.
    if (isEdge(heard, at) && (isEdge(heard, at + wanted.length) || /\p{Script=Hangul}$/u.test(wanted)))
      return true;
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
