const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago a moment was, in words; undefined within the last minute, and for what is still to come. */
export function ago(at: number, now: number, locale: string): string | undefined {
  const passed = now - at;
  const [unit, ms] = STEPS.find(([, step]) => passed >= step) ?? [];
  if (unit === undefined || ms === undefined) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(passed / ms), unit);
}
