import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from '../texts/en.ts';
import { th } from '../texts/th.ts';
import { type Dictionary, dictionaryAtHand, ENGLISH, loadDictionary } from './dictionary.ts';
import { fill, type Language, type Texts, type TranslateOf, type Values } from './texts.ts';

export type { Language } from './texts.ts';

export type Key = keyof typeof en;
/** The text under a key, its holes filled. */
export type Translate = (key: Key, values?: Values) => string;

const dictionaries: { readonly [language in Language]: { readonly [key in Key]: string } } = { en, th };
const STORED = 'sluice.language';

interface Words {
  readonly language: Language;
  /** How times and dates are written: as the browser does, if it speaks the language of the page. */
  readonly locale: string;
  readonly t: Translate;
  /** The language of flows in that of the page: see `useNodeWords`. */
  readonly dictionary: Dictionary;
  choose(language: Language): void;
}

export const translate =
  (language: Language): Translate =>
  (key, values) =>
    fill(language, dictionaries[language][key], values);

const Context = createContext<Words>({
  language: 'en',
  locale: 'en',
  t: translate('en'),
  dictionary: ENGLISH,
  choose: () => {},
});

/** The texts of a feature, in the language of whoever reads the page. */
export function useTexts<K extends string>(texts: Texts<K>): TranslateOf<K> {
  const { language } = useContext(Context);
  return useMemo(() => (key, values) => fill(language, texts[language][key], values), [language, texts]);
}

/** The texts that all pages share, and the language of whoever reads them. */
export const useWords = (): Words => useContext(Context);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [wish, setWish] = useState<Language>(
    () => spoken(localStorage.getItem(STORED)) ?? spoken(navigator.language) ?? 'en',
  );
  const spokenNow = useLoaded(wish);
  const language = spokenNow?.language ?? wish;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo<Words | undefined>(
    () =>
      spokenNow && {
        ...spokenNow,
        locale: navigator.languages.find((wish) => spoken(wish) === language) ?? language,
        t: translate(language),
        choose: (next) => {
          localStorage.setItem(STORED, next);
          setWish(next);
        },
      },
    [spokenNow, language],
  );
  // For the blink of an eye before the first dictionary is there, nothing: better than a page that changes its language.
  return words ? <Context value={words}>{children}</Context> : null;
}

interface Loaded {
  readonly language: Language;
  readonly dictionary: Dictionary;
}

/** The language that was wished for as soon as its words are here, and the one before until then. */
function useLoaded(wish: Language): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded | undefined>(() => {
    const dictionary = dictionaryAtHand(wish);
    return dictionary && { language: wish, dictionary };
  });
  useEffect(() => {
    let isWanted = true;
    void loadDictionary(wish).then(
      (dictionary) =>
        isWanted &&
        setLoaded((before) => (before?.language === wish ? before : { language: wish, dictionary })),
    );
    return () => {
      isWanted = false;
    };
  }, [wish]);
  return loaded;
}

function spoken(wish: string | null): Language | undefined {
  const [code] = (wish ?? '').toLowerCase().split('-');
  return code === 'en' || code === 'th' ? code : undefined;
}
