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

const HOLE = /\{(\w+)(?:\|([^|{}]*))?(?:\|([^|{}]*))?\}/g;

/** A text with its holes filled; a hole that nothing fills stays, to be seen. */
export const fill = (language: Language, text: string, values: Values = {}): string =>
  text.replace(HOLE, (hole, name: string, one?: string, other = one) => {
    const value = values[name];
    if (value === undefined) return hole;
    if (one === undefined) return String(value);
    return (new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other) ?? one;
  });
