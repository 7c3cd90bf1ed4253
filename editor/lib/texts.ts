import { type Fillings, fillHoles } from '../../nodes/contract/sentence.ts';

export type Language = 'en' | 'th';

/** The texts of one feature, in every language of the pages. */
export type Texts<K extends string = string> = {
  readonly [language in Language]: { readonly [key in K]: string };
};

/** What fills the holes of a text. */
export type Values = { readonly [hole: string]: string | number };

/** The text under a key, its holes filled. */
export type TranslateOf<K extends string> = (key: K, values?: Values) => string;

/**
 * Texts of a feature: `{name}` is filled; `{n|chat|chats}` is the word for one or for another number, by the rules of
 * the language (Thai has one form: `{n|แชต}`).
 */
export const defineTexts = <const E extends { readonly [key: string]: string }>(texts: {
  readonly en: E;
  readonly th: { readonly [key in keyof E]: string };
}): Texts<keyof E & string> => texts as Texts<keyof E & string>;

/** A text with its holes filled; a hole that nothing fills stays, to be seen. */
export const fill = (language: Language, text: string, values: Fillings = {}): string =>
  fillHoles(text, values, { code: language, translate: (says) => says });
