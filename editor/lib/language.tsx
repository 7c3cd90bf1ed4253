import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from '../texts/en.ts';
import { th } from '../texts/th.ts';
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
  choose(language: Language): void;
}

export const translate =
  (language: Language): Translate =>
  (key, values) =>
    fill(language, dictionaries[language][key], values);

const Context = createContext<Words>({ language: 'en', locale: 'en', t: translate('en'), choose: () => {} });

/** The texts of a feature, in the language of whoever reads the page. */
export function useTexts<K extends string>(texts: Texts<K>): TranslateOf<K> {
  const { language } = useContext(Context);
  return useMemo(() => (key, values) => fill(language, texts[language][key], values), [language, texts]);
}

/** The texts that all pages share, and the language of whoever reads them. */
export const useWords = (): Words => useContext(Context);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(
    () => spoken(localStorage.getItem(STORED)) ?? spoken(navigator.language) ?? 'en',
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const words = useMemo<Words>(
    () => ({
      language,
      locale: navigator.languages.find((wish) => spoken(wish) === language) ?? language,
      t: translate(language),
      choose: (next) => {
        localStorage.setItem(STORED, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={words}>{children}</Context>;
}

function spoken(wish: string | null): Language | undefined {
  const [code] = (wish ?? '').toLowerCase().split('-');
  return code === 'en' || code === 'th' ? code : undefined;
}
