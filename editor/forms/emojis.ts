import type { Language } from '../lib/texts.ts';

/** As emojibase writes them; flags of letters and the like belong to no group. */
interface CompactEmoji {
  readonly unicode: string;
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
}

/** An emoji with the words it is found by. */
export interface Emoji {
  readonly unicode: string;
  readonly label: string;
  readonly words: string;
  /** The group it is shown under. */
  readonly group: number;
}

const LOADERS: { readonly [language in Language]: () => Promise<readonly CompactEmoji[]> } = {
  en: () => import('emojibase-data/en/compact.json').then((data) => data.default),
  th: () => import('emojibase-data/th/compact.json').then((data) => data.default),
};

/** All emoji in the words of a language; Thai ones are found by their English words as well. */
export async function loadEmojis(language: Language): Promise<readonly Emoji[]> {
  const [own, english] = await Promise.all([LOADERS[language](), LOADERS.en()]);
  const inEnglish = new Map(english.map((emoji) => [emoji.hexcode, wordsOf(emoji)]));
  return own.flatMap((emoji) => {
    const { unicode, label, group, hexcode } = emoji;
    if (group === undefined || group === 2) return [];
    return [{ unicode, label, group, words: `${wordsOf(emoji)} ${inEnglish.get(hexcode) ?? ''}` }];
  });
}

const wordsOf = ({ label, tags = [] }: CompactEmoji): string => [label, ...tags].join(' ').toLowerCase();

/** Those that a wish finds, best first: names that begin with it before words that hold it. */
export function findEmojis(emojis: readonly Emoji[], wish: string, most: number): readonly Emoji[] {
  const wanted = wish.trim().toLowerCase();
  if (wanted === '') return [];
  const found = emojis.filter(({ words }) => words.includes(wanted));
  const rank = ({ words }: Emoji) => (words.startsWith(wanted) ? 0 : words.includes(` ${wanted}`) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

const STORED = 'sluice.emoji';
const REMEMBERED = 16;

/** The emoji used last, newest first. */
export function recentEmojis(): readonly string[] {
  return (localStorage.getItem(STORED) ?? '').split(' ').filter((emoji) => emoji !== '');
}

export function rememberEmoji(emoji: string): void {
  const others = recentEmojis().filter((other) => other !== emoji);
  localStorage.setItem(STORED, [emoji, ...others].slice(0, REMEMBERED).join(' '));
}
