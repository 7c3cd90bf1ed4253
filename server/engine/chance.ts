/** A number in [0, 1) that depends on nothing but the texts: the same event always falls the same way. */
export const chance = (...texts: readonly string[]): number =>
  (scatter(fnv(texts.join('\u0000'))) >>> 0) / 2 ** 32;

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

/** Lets every bit depend on every other (MurmurHash3's finish): ids that differ in one digit must fall evenly. */
function scatter(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
