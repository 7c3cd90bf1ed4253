import {
  checkPattern,
  findPattern,
  fold,
  type KeywordMatch,
  matchKeyword,
} from '../../nodes/contract/keywords.ts';
import { fillSentence } from '../../nodes/contract/sentence.ts';
import { nearest } from './lint/variables.ts';

/** Whether keywords match a message; and if not, how nearly. */
export type KeywordVerdict =
  | { readonly matches: true; readonly keyword: string; readonly found: string }
  | ({ readonly matches: false } & NearMiss);

/**
 * - `insideWord`: the letters are there, within a longer word · `moreWords`: it says more than the keyword alone ·
 * - `notAtStart`: the keyword comes later · `spelling`: a word comes near it · `badPattern`: the pattern cannot be read ·
 * - `noWords`: the message has no letter and no digit · `none`: nothing comes near
 */
export type NearMiss =
  | {
      readonly why: 'insideWord' | 'moreWords' | 'notAtStart' | 'spelling';
      readonly keyword: string;
      /** What the message has there. */
      readonly found: string;
    }
  | { readonly why: 'badPattern'; readonly keyword: string; readonly found: string }
  | { readonly why: 'noWords' | 'none' };

/** Tries keywords on a text exactly as a trigger would, and says why it does or does not start. */
export function explainKeyword(keywords: readonly string[], how: KeywordMatch, text: string): KeywordVerdict {
  const keyword = matchKeyword(how === 'pattern' ? keywords : longestFirst(keywords), how, text);
  if (keyword !== undefined)
    return { matches: true, keyword, found: (how === 'pattern' && findPattern(keyword, text)) || keyword };
  return { matches: false, ...(how === 'pattern' ? badPattern(keywords) : nearMiss(keywords, how, text)) };
}

const longestFirst = (keywords: readonly string[]): readonly string[] =>
  keywords.toSorted((a, b) => fold(b).length - fold(a).length);

function badPattern(patterns: readonly string[]): NearMiss {
  const keyword = patterns.find((pattern) => checkPattern(pattern) !== undefined);
  const mistake = keyword === undefined ? undefined : checkPattern(keyword);
  return keyword === undefined || mistake === undefined
    ? { why: 'none' }
    : { why: 'badPattern', keyword, found: fillSentence(mistake) };
}

function nearMiss(keywords: readonly string[], how: KeywordMatch, text: string): NearMiss {
  const heard = fold(text);
  if (heard === '') return { why: 'noWords' };
  const asWord = matchKeyword(keywords, 'word', text);
  if (asWord !== undefined)
    return { why: how === 'begins' ? 'notAtStart' : 'moreWords', keyword: asWord, found: text.trim() };
  const words = heard.split(' ');
  for (const keyword of keywords) {
    const wanted = fold(keyword);
    if (wanted === '') continue;
    const around = words.find((word) => word.includes(wanted));
    if (around !== undefined) return { why: 'insideWord', keyword, found: around };
  }
  for (const keyword of keywords) {
    const wanted = fold(keyword);
    const close = wanted.length < 3 ? undefined : nearest(wanted, [...words, heard]);
    if (close !== undefined) return { why: 'spelling', keyword, found: close };
  }
  return { why: 'none' };
}
