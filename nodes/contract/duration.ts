import { type Filling, say } from './sentence.ts';

/** A length of time as an author writes it: a whole number and one of s, m, h, d. */
export const DURATION_PATTERN = '^[1-9][0-9]{0,5}(s|m|h|d)$';

const DURATION = new RegExp(DURATION_PATTERN);

const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
type Unit = keyof typeof MS;

/** `15m` → milliseconds. Throws on anything that `DURATION_PATTERN` refuses: check first. */
export function parseDuration(text: string): number {
  if (!DURATION.test(text)) throw new Error(`not a duration: ${text}`);
  return Number(text.slice(0, -1)) * MS[text.slice(-1) as Unit];
}

/** Milliseconds → the largest unit that says it exactly: `5400000` → `90m`. */
export function formatDuration(ms: number): string {
  const unit = (['d', 'h', 'm', 's'] as const).find((unit) => ms > 0 && ms % MS[unit] === 0);
  return unit ? `${ms / MS[unit]}${unit}` : `${Math.round(ms / 100) / 10}s`;
}

const UNITS: { readonly [unit: string]: string } = {
  s: '{n} {n|second|seconds}',
  m: '{n} {n|minute|minutes}',
  h: '{n} {n|hour|hours}',
  d: '{n} {n|day|days}',
};

/** A length of time in words; what is none stays as it is. */
export function spokenDuration(text: string): Filling {
  const [, n, unit = ''] = /^(\d+)([a-z])$/.exec(text) ?? [];
  const says = UNITS[unit];
  return says === undefined ? text : say(says, { n: Number(n) });
}
