const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

const SPAN = /^\d+[dhms](?: \d+[dhms])*$/;

/** `1d 2h` → milliseconds; undefined when the text is no span of time. */
export function parseSpan(text: string): number | undefined {
  if (!SPAN.test(text)) return undefined;
  return text
    .split(' ')
    .map((part) => Number(part.slice(0, -1)) * (UNITS.find(([unit]) => part.endsWith(unit))?.[1] ?? 0))
    .reduce((sum, ms) => sum + ms, 0);
}

/** Milliseconds → `1d 2h`, exact to the second. */
export function showSpan(ms: number): string {
  let left = Math.max(0, Math.round(ms / 1_000) * 1_000);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join(' ') || '0s';
}
