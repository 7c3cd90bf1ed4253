import { fillHoles, type Tongue } from '../../nodes/contract/sentence.ts';
import type { Entries } from './dictionary.ts';

/** A template, and how texts that were made from it look. */
interface Mould {
  readonly says: string;
  readonly pattern: RegExp;
  readonly holes: readonly string[];
  /** How much of it is fixed: the more, the surer that a text was made from it. */
  readonly weight: number;
}

const HOLE = /\{(\w+)(?:\|([^|{}]*))?(?:\|([^|{}]*))?\}/g;
/** A template that is nearly all holes would fit anything. */
const LEAST_WEIGHT = 6;
/** These fit much, so they are tried last; what they are filled with tells whether they were right. */
const LOOSE = new Set(['{node}: {what}', '{list}, {item}']);
const MAX_DEPTH = 12;

/**
 * Puts texts into another language that are kept in English only: the journal's reasons and the details of failures.
 * They were made from templates that the dictionary has, so which one it was can be seen, and what filled it read back.
 */
export function reteller(entries: Entries, tongue: Tongue): (english: string) => string {
  let moulds: readonly Mould[] | undefined;
  const retell = (english: string, depth = 0): string => {
    if (Object.hasOwn(entries, english)) return entries[english] ?? english;
    if (depth > MAX_DEPTH) return english;
    moulds ??= Object.keys(entries)
      .flatMap(mouldOf)
      .sort((a, b) => b.weight - a.weight);
    for (const { says, pattern, holes } of moulds) {
      const found = pattern.exec(english);
      if (!found) continue;
      const values = holes.map((hole, n) => [hole, retell(found[n + 1] ?? '', depth + 1)] as const);
      return fillHoles(tongue.translate(says), Object.fromEntries(values), tongue);
    }
    return english;
  };
  return retell;
}

function mouldOf(says: string): readonly Mould[] {
  const holes: string[] = [];
  const fixed = says.split(HOLE).filter((_, n) => n % 4 === 0);
  const weight = fixed.join('').trim().length;
  if (fixed.length < 2 || (weight < LEAST_WEIGHT && !LOOSE.has(says))) return [];
  let last = 0;
  let pattern = '';
  for (const { index, 0: whole, 1: name = '', 2: one, 3: other = one } of says.matchAll(HOLE)) {
    pattern += escaped(says.slice(last, index));
    last = index + whole.length;
    if (one === undefined) holes.push(name);
    pattern += one === undefined ? '(.+?)' : `(?:${escaped(one)}|${escaped(other ?? one)})`;
  }
  return [{ says, weight, holes, pattern: new RegExp(`^${pattern}${escaped(says.slice(last))}$`, 's') }];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
