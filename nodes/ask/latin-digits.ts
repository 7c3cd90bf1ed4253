import { fold } from '../contract/keywords.ts';

/** A text with the digits of any script as 0–9 and everything else as it was: "๑๒:๓๐ น." → "12:30 น.". */
export const latinDigits = (text: string): string => text.replace(/\p{Nd}/gu, fold);
