import { Refusal } from './api.ts';
import { useTexts } from './language.tsx';
import { refusalTexts } from './refusal-texts.ts';

/** What went wrong, in the language of the page where we know it, else in the server's own words. */
export function useSentence(): (error: Error) => string {
  const t = useTexts(refusalTexts);
  return (error) => (error instanceof Refusal && isKnown(error.code) ? t(error.code) : error.message);
}

const isKnown = (code: string): code is keyof typeof refusalTexts.en => Object.hasOwn(refusalTexts.en, code);
