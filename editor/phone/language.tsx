import { createContext, use } from 'react';
import { type Texts, textsOf } from './texts.ts';

/** The language the page speaks. */
export const Language = createContext('en');

/** The texts of the page in its language. */
export const useTexts = (): Texts => textsOf(use(Language));
