import type { CheckStep } from '../../server/api/contract.ts';
import type { TranslateOf } from '../lib/texts.ts';
import { checkTexts } from './check-texts.ts';

type Key = keyof typeof checkTexts.en;

/** What a step of a check found, in the reader's language where there is a text, else in the server's words. */
export function checkSentence(t: TranslateOf<Key>, { code, says, values }: CheckStep): string {
  const key = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return isKey(key) ? t(key, values) : says;
}

const isKey = (key: string): key is Key => Object.hasOwn(checkTexts.en, key);
