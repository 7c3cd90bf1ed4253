import { defineTexts } from '../lib/texts.ts';
import { en } from './texts-en.ts';
import { th } from './texts-th.ts';

export const rehearsalTexts = defineTexts({ en, th });

export type RehearsalKey = keyof typeof en;
