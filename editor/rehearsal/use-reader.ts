import { useMemo } from 'react';
import { useTexts, useWords } from '../lib/language.tsx';
import type { Reader } from './say.ts';
import { rehearsalTexts } from './texts.ts';

/** Who reads this panel. */
export function useReader(): Reader {
  const { language, locale } = useWords();
  const t = useTexts(rehearsalTexts);
  return useMemo<Reader>(() => ({ language, locale, t }), [language, locale, t]);
}
