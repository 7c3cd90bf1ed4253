/** A round face with initials, in a colour that stays with the name. */
export function Avatar({ name, size }: { readonly name: string; readonly size: number }) {
  const words = name
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, '')
    .trim()
    .split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map(firstLetter).join('');
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.38, background: `hsl(${hue} 42% 33%)` }}
      data-letters={letters || '?'}
    />
  );
}

/** Thai words may begin with a vowel that stands before its consonant; that is no initial. */
function firstLetter(word = ''): string {
  const bare = word.replace(/^[เแโใไ]/, '');
  return (bare.match(/\p{L}|\p{N}/u)?.[0] ?? '').toUpperCase();
}
