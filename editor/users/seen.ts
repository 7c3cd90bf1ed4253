const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long ago somebody was here, as people say it; undefined within the hour. The server knows it to the hour. */
export function seenWhen(seenAt: number, now: number, locale: string): string | undefined {
  const past = now - seenAt;
  if (past < 2 * HOUR_MS) return undefined;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (past < DAY_MS) return words.format(-Math.round(past / HOUR_MS), 'hour');
  if (past < 60 * DAY_MS) return words.format(-Math.round(past / DAY_MS), 'day');
  return words.format(-Math.round(past / (30 * DAY_MS)), 'month');
}
