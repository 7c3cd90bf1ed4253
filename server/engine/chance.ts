/** A number in [0, 1) that depends on nothing but the texts (FNV-1a): the same event always falls the same way. */
export function chance(...texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const char of texts.join('\u0000')) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The low bits of FNV are its best ones, so the high half is folded into them.
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
