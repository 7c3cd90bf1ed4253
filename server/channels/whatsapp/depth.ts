const QUOTE = 0x22;
const ESCAPE = 0x5c;
const OPENS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSES: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whether JSON bytes nest deeper than `limit`, without parsing them. What nests a thousandfold would overflow the stack
 * of whoever walks it later, and MongoDB stores no more than 100 levels.
 */
export function isDeeperThan(json: Uint8Array, limit: number): boolean {
  let depth = 0;
  let at = 0;
  while (at < json.length) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) at = endOfString(json, at);
    else if (OPENS.has(byte)) depth++;
    else if (CLOSES.has(byte)) depth--;
    if (depth > limit) return true;
    at++;
  }
  return false;
}

/** Where the string that opens at `start` closes. Bytes of one UTF-8 letter never look like a quote. */
function endOfString(json: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === ESCAPE ? 2 : 1;
  return at;
}
