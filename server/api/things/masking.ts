import { isObject, type Json } from '../../../nodes/contract/json.ts';

const MASK = '•••';
/** Shorter than this it is no secret, and masking it would leave nothing to read. */
const SHORTEST = 4;

/** Hides secrets wherever a service repeats them: in texts, keys and numbers, also as base64 or in an address. */
export function masking(secrets: readonly string[]): (value: Json) => Json {
  const words = [...new Set(secrets.flatMap(waysToSay))]
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const hide = (text: string): string => words.reduce((left, word) => left.replaceAll(word, MASK), text);
  const mask = (value: Json): Json => {
    if (typeof value === 'string') return hide(value);
    if (typeof value === 'number') return hide(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value)) return value.map(mask);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [hide(key), mask(part)]));
  };
  return words.length === 0 ? (value) => value : mask;
}

/** A header such as `Bearer abc` holds a scheme and the secret; Basic holds name and password. */
function waysToSay(header: string): readonly string[] {
  const secret = header.replace(/^(Bearer|Basic|Token|ApiKey)\s+/i, '');
  const password = /^Basic\s/i.test(header)
    ? Buffer.from(secret, 'base64').toString().split(':').slice(1).join(':')
    : '';
  return [header, secret, password].flatMap((plain) => [
    plain,
    encodeURIComponent(plain),
    Buffer.from(plain).toString('base64'),
    Buffer.from(plain).toString('base64').replace(/=+$/, ''),
    Buffer.from(plain).toString('base64url'),
    JSON.stringify(plain).slice(1, -1),
  ]);
}
