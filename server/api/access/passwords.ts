import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What OWASP advises for argon2id: memory in KiB, passes, lanes. */
const STRENGTH = { m: 19_456, t: 2, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** Each hash takes 19 MiB and much of a core: a crowd at the door must not take the house down. */
const AT_ONCE = 2;

const derive = promisify(argon2);

/** A password as it is kept: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashed(password, salt, STRENGTH);
  const { m, t, p } = STRENGTH;
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${plain(salt)}$${plain(hash)}`;
}

/** Whether a password is the one that was kept. Takes as long when there is none. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const known = readKept(kept ?? '');
  const { salt, hash, strength } = known ?? NOBODYS;
  const given = await hashed(password, salt, strength);
  return known !== undefined && given.length === hash.length && timingSafeEqual(given, hash);
}

interface Strength {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

const NOBODYS = { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES), strength: STRENGTH };

function readKept(kept: string) {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept);
  if (!parts) return undefined;
  const [, m, t, p, salt = '', hash = ''] = parts;
  return {
    strength: { m: Number(m), t: Number(t), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

let underWay = 0;
const waiting: (() => void)[] = [];

async function hashed(password: string, salt: Buffer, { m, t, p }: Strength): Promise<Buffer> {
  if (underWay >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else underWay += 1;
  try {
    return await derive('argon2id', {
      // The same letters typed on another keyboard may come as other code points.
      message: password.normalize('NFKC'),
      nonce: salt,
      parallelism: p,
      tagLength: HASH_BYTES,
      memory: m,
      passes: t,
    });
  } finally {
    const next = waiting.shift();
    // Whoever waited takes over the place that is left.
    if (next) next();
    else underWay -= 1;
  }
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** Why a password will not do, as a sentence; `email` is its owner's. */
export function weaknessOf(password: string, email: string): string | undefined {
  const letters = [...password.normalize('NFKC').toLowerCase()];
  if (letters.length < SHORTEST_PASSWORD)
    return `A password has at least ${SHORTEST_PASSWORD} characters; a few words in a row are easy to keep in mind.`;
  if (new Set(letters).size < 5 || isRow(letters)) return 'That is too easy to guess.';
  const [name = ''] = email.split('@');
  if (name.length > 3 && letters.join('').startsWith(name) && letters.length < name.length + 6)
    return 'Your own email address is too easy to guess.';
  return undefined;
}

/** 1234567890, abcdefghij, and what begins as such lists of bad passwords do. */
const isRow = (letters: readonly string[]): boolean =>
  /^(password|passw0rd|qwerty|asdfgh|admin|welcome|letmein|iloveyou)\d*[!.]*$/.test(letters.join('')) ||
  letters.every((letter, n) => {
    const before = letters[n - 1];
    return before === undefined || [0, 1, -9].includes(code(letter) - code(before));
  });

const code = (letter: string): number => letter.codePointAt(0) ?? 0;

/** Letters and digits that nobody mistakes for another. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out once, such as `k3nd-pq7w-x2mr-b9th`. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => CLEAR[randomInt(CLEAR.length)]).join(''),
  ).join('-');
