import { latinDigits } from './latin-digits.ts';

/** Digits with their separators, and a sign or a leading point where a word begins. */
const NUMBERS = /(?:(?<=^|\s)[-−+]?[.,]?)?\d[\d.,'’ \u00a0\u202f]*/g;

/**
 * The one number in an answer, whatever stands around it: "2", "about 12 people", "1,250.50", "1.250,50", "๑๒".
 * Two numbers are no answer. A single point is a decimal point ("1.250" is 1¼), a single comma before three digits is not.
 */
export function readNumber(
  words: string,
  { min, max }: { readonly min?: number; readonly max?: number } = {},
): number | undefined {
  const [token, ...others] = latinDigits(words).match(NUMBERS) ?? [];
  if (token === undefined || others.length > 0 || /\d\s?[km]\b/i.test(words)) return undefined;
  const sign = /^[-−]/.test(token) ? -1 : 1;
  const value = parse(token.replace(/^[-−+]/, '').replace(/[^\d]+$/, ''));
  if (value === undefined) return undefined;
  const number = value === 0 ? 0 : sign * value;
  return number < (min ?? number) || number > (max ?? number) ? undefined : number;
}

function parse(token: string): number | undefined {
  const digits = token.replace(/(?<=\d)['’\s](?=\d{3}(?!\d))/g, '');
  const point = decimalPoint(digits);
  const [whole = '', fraction = ''] =
    point === -1 ? [digits] : [digits.slice(0, point), digits.slice(point + 1)];
  if (!/^\d*$/.test(fraction) || !isWhole(whole, digits[point])) return undefined;
  const value = Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}`);
  return Number.isFinite(value) ? value : undefined;
}

/** Where the decimals begin; -1 when all separators only group the digits. */
function decimalPoint(digits: string): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const separator = digits[last];
  if (separator === undefined) return -1;
  if (digits.indexOf(separator) !== last) return -1;
  const both = digits.includes('.') && digits.includes(',');
  return separator === ',' && !both && isGrouped(digits, ',') ? -1 : last;
}

/** Digits alone, or grouped by the separator that is not the decimal one. */
const isWhole = (whole: string, decimal: string | undefined): boolean =>
  /^\d*$/.test(whole) || ['.', ','].some((mark) => mark !== decimal && isGrouped(whole, mark));

/** Groups of three, or of two before the last as India writes them. */
const isGrouped = (digits: string, mark: string): boolean => {
  const groups = digits.split(mark);
  return (
    groups.length > 1 &&
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') &&
    /^\d{3}$/.test(groups.at(-1) ?? '') &&
    groups.slice(1, -1).every((group) => /^\d{2,3}$/.test(group))
  );
};
