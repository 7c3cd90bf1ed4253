/**
 * An id for something its author has just named, such as a choice: it names a way out, so once given it stays when the
 * label changes. Plain letters of the label where it has some, else `prefix` with a number; never one that is taken.
 */
export function newId(label: string, taken: readonly string[], prefix: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  const used = new Set([...taken, ...OWN_PORTS]);
  if (plain !== '' && !used.has(plain)) return plain;
  const stem = plain || prefix;
  let n = plain === '' ? 1 : 2;
  while (used.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** Ways out that nodes with choices or branches have already. */
const OWN_PORTS = ['else', 'notMatched', 'noReply', 'windowClosed'];
