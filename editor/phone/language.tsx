import { createContext, use } from 'react';
import { type Texts, textsOf } from './texts.ts';

/** The language the page speaks. */
export const Language = createContext('en');

/** The texts of the page in its language. */
export const useTexts = (): Texts => textsOf(use(Language));

/** How the page writes times and dates: as the browser does, if it speaks the language of the page. */
export function useLocale(): string {
  const language = use(Language);
  return navigator.languages.find((wish) => wish.split('-')[0] === language) ?? language;
}
