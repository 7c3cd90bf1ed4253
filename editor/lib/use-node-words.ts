import { useMemo } from 'react';
import { useWords } from './language.tsx';
import { type NodeWords, nodeWords } from './node-words.ts';

/** The words of the language of flows (node types, linter, router), in the language of whoever reads the page. */
export function useNodeWords(): NodeWords {
  const { dictionary, language } = useWords();
  return useMemo(() => nodeWords(dictionary, language), [dictionary, language]);
}
