const MAX_LENGTH = 254;

/** The one e-mail address in an answer, in small letters. */
export function readEmail(words: string): string | undefined {
  const candidates = words
    .replace(/mailto:/gi, ' ')
    .split(/[\s<>()[\]"“”,;:]+/)
    .map((part) => part.replace(/[.!?]+$/, '').toLowerCase());
  const found = new Set(candidates.filter(isAddress));
  return found.size === 1 ? [...found][0] : undefined;
}

function isAddress(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@');
  if (text.length > MAX_LENGTH || rest.length > 0) return false;
  if (!/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return false;
  const labels = domain.split('.');
  const isLabel = (label: string) =>
    /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label);
  return labels.length > 1 && labels.every(isLabel) && /^[\p{L}\p{M}-]{2,}$|^xn--/u.test(labels.at(-1) ?? '');
}
