/**
 * A sentence for people that is not put into words yet, so that everybody reads it in their own language. Its English
 * text is the key under which translations are found (`th.json` beside a node type): whoever changes the one changes
 * the other, and what nobody has translated is read in English.
 */
export interface Sentence {
  /** English with `{holes}`; `{n|entry|entries}` is the word for one or for another number. */
  readonly says: string;
  readonly values?: Fillings;
}

export interface Fillings {
  readonly [hole: string]: Filling;
}

/** An author's own word or a number stays as it is; a sentence of ours is translated with the one it stands in. */
export type Filling = string | number | Sentence;

/** Another language. Without one, sentences are English. */
export interface Tongue {
  /** BCP 47, such as `th`. */
  readonly code: string;
  /** The text for an English one, holes included; the English one itself where there is none. */
  translate(says: string): string;
}

const ENGLISH: Tongue = { code: 'en', translate: (says) => says };

/** A sentence from its template and what fills it. */
export const say = (says: string, values?: Fillings): Sentence => (values ? { says, values } : { says });

/** A sentence in words. */
export const fillSentence = ({ says, values }: Sentence, tongue: Tongue = ENGLISH): string => {
  const text = tongue.translate(says);
  return values === undefined ? text : fillHoles(text, values, tongue);
};

const HOLE = /\{(\w+)(?:\|([^|{}]*))?(?:\|([^|{}]*))?\}/g;

/** A text with its holes filled; a hole that nothing fills stays, to be seen. */
export function fillHoles(text: string, values: Fillings, tongue: Tongue = ENGLISH): string {
  let filled = '';
  for (const part of partsOf(text)) {
    if (typeof part === 'string') filled += part;
    else filled += words(part, values[part.name], tongue);
  }
  return filled;
}

interface Hole {
  readonly hole: string;
  readonly name: string;
  readonly one?: string;
  readonly other?: string;
}

function words({ hole, one, other = one }: Hole, value: Filling | undefined, tongue: Tongue): string {
  if (value === undefined) return hole;
  if (one !== undefined) return (isOne(Number(value), tongue) ? one : other) ?? one;
  return typeof value === 'object' ? fillSentence(value, tongue) : String(value);
}

const REMEMBERED = 5_000;
const remembered = new Map<string, readonly (string | Hole)[]>();

/** Templates are few and filled often: a flow with many problems says the same sentence of many boxes. */
function partsOf(text: string): readonly (string | Hole)[] {
  const known = remembered.get(text);
  if (known) return known;
  const parts: (string | Hole)[] = [];
  let last = 0;
  for (const { 0: hole, 1: name = '', 2: one, 3: other, index } of text.matchAll(HOLE)) {
    parts.push(text.slice(last, index), {
      hole,
      name,
      ...(one !== undefined && { one }),
      ...(other !== undefined && { other }),
    });
    last = index + hole.length;
  }
  parts.push(text.slice(last));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, parts);
  return parts;
}

const isOne = (n: number, { code }: Tongue): boolean => new Intl.PluralRules(code).select(n) === 'one';

/** The names of the holes of a text. */
export const holesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(HOLE), ([, name = '']) => name)),
];

/** `a, b and c`; in the language of the sentence it fills. */
export const listed = (items: readonly Filling[], last: 'and' | 'or' = 'and'): Filling => {
  const [first = '', ...rest] = items;
  const end = rest.at(-1);
  if (end === undefined) return first;
  const before = rest.slice(0, -1).reduce((list, item) => say('{list}, {item}', { list, item }), first);
  return say(last === 'and' ? '{list} and {item}' : '{list} or {item}', { list: before, item: end });
};

/** A word of an author, or of ours, in quotes. */
export const quoted = (word: Filling): Sentence => say('"{word}"', { word });
