/** How hard a password is to guess, as a hint; what is refused is for the server to say. */
export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'good';

const SHORTEST = 10;

/** Length counts most; four words beat one word with signs in it. */
export function strengthOf(password: string): Strength {
  const letters = [...password.normalize('NFKC')];
  if (letters.length === 0) return 'none';
  if (letters.length < SHORTEST) return 'short';
  const different = new Set(letters.map((letter) => letter.toLowerCase())).size;
  if (different < 5 || isRow(letters)) return 'weak';
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{M}\p{N}]/u].filter((kind) =>
    kind.test(password),
  ).length;
  const worth = letters.length + 2 * (kinds - 1);
  return worth >= 16 && different >= 8 ? 'good' : 'fair';
}

/** Most letters follow on the one before, up or not at all. */
function isRow(letters: readonly string[]): boolean {
  const steps = letters
    .slice(1)
    .map((letter, n) => (letter.codePointAt(0) ?? 0) - (letters[n]?.codePointAt(0) ?? 0));
  return steps.filter((step) => step === 0 || step === 1).length > steps.length * 0.7;
}

/** How full the bar is, in percent, and its colour. */
export const STRENGTH_BAR: { readonly [strength in Strength]: readonly [full: number, colour: string] } = {
  none: [0, 'gray'],
  short: [20, 'red'],
  weak: [35, 'red'],
  fair: [70, 'yellow'],
  good: [100, 'sluice'],
};
