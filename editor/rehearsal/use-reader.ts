import { useMemo } from 'react';
import { useTexts, useWords } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import type { Reader } from './say.ts';
import { rehearsalTexts } from './texts.ts';

/** Who reads this panel. */
export function useReader(): Reader {
  const { locale } = useWords();
  const words = useNodeWords();
  const t = useTexts(rehearsalTexts);
  return useMemo<Reader>(() => ({ locale, t, words }), [locale, t, words]);
}
