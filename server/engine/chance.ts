/** A number in [0, 1) that depends on nothing but the texts: the same event always falls the same way. */
export function chance(...texts: readonly string[]): number {
  const hash = fnv(texts.join('\u0000'));
  // The low bits of FNV are its best ones, so the high half is folded into them.
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** 64 bits that stand for a text. */
export const fingerprint = (text: string): string =>
  [fnv(text), fnv(text, 0x9747b28c)].map((hash) => (hash >>> 0).toString(36)).join('');

/** FNV-1a over the characters of a text. */
function fnv(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
}
