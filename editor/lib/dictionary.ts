import type { Language } from './texts.ts';

/** What the server says, in another language, under its English. */
export interface Dictionary {
  /** Those that all node types share: linter, router, settings that many types have. */
  readonly shared: Entries;
  /** What each node type brings along in its folder. */
  readonly types: { readonly [type: string]: Entries };
  /** What each refusal of the API means, by its code. */
  readonly refusals: Entries;
}

export interface Entries {
  readonly [english: string]: string;
}

/** English is what everything is written in, so it needs none. */
export const ENGLISH: Dictionary = { shared: {}, types: {}, refusals: {} };

/** Each language is a file of its own, loaded by who reads it. */
const LOADERS: { readonly [language in Language]: () => Promise<Dictionary> } = {
  en: () => Promise.resolve(ENGLISH),
  th: () => import('../texts/node-words-th.ts').then(({ dictionary }) => dictionary),
};

/** Loads a dictionary. Where it does not arrive, English is better than nothing. */
export const loadDictionary = (language: Language): Promise<Dictionary> =>
  LOADERS[language]().catch(() => ENGLISH);

/** What is there before anything is loaded. */
export const dictionaryAtHand = (language: Language): Dictionary | undefined =>
  language === 'en' ? ENGLISH : undefined;
