const STEPS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment was, in the words of a language; both in epoch ms. */
export function ago(moment: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, ms] = STEPS.find(([, length]) => now - moment >= length) ?? ['second', 60_000];
  return words.format(unit === 'second' ? 0 : -Math.floor((now - moment) / ms), unit);
}

/** The moment itself, as a date and a time of day. */
export const momentWords = (moment: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
