import type { Language } from './texts.ts';

/** The texts of the language of flows in another one, under their English. */
export interface Dictionary {
  /** Those that all node types share: linter, router, settings that many types have. */
  readonly shared: Entries;
  /** What each node type brings along in its folder. */
  readonly types: { readonly [type: string]: Entries };
}

export interface Entries {
  readonly [english: string]: string;
}

const ENGLISH: Dictionary = { shared: {}, types: {} };

/** English is what everything is written in; each other language is a file of its own, loaded by who reads it. */
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
