import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A fresh message id: opaque, unique, of no promised length, as Meta's are. */
export const newWamid = (): string => `wamid.${chance(30).toString('base64')}`;

/** The message id that always belongs to what `seed` names, so that sending twice is sending once. */
export const wamidOf = (seed: string): string =>
  `wamid.${createHash('sha256').update(seed).digest('base64')}`;

/** A media id: 16 digits. */
export const newMediaId = (): string => digits(16);

/** A business-scoped user id of a person in the USA. */
export const newBsuid = (): string => `US.${digits(20)}`;

/** Graph's `fbtrace_id`: `A` and 22 characters. */
export const newTraceId = (): string => `A${chance(17).toString('base64url').slice(0, 22)}`;

/** A short id for our own records. */
export const newId = (): string => chance(12).toString('base64url');

let pool = Buffer.alloc(0);

/** Random bytes, fetched in bulk: a call for each id was 4 % of the time of a busy simulator. */
function chance(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(8192);
  const taken = pool.subarray(0, count);
  pool = pool.subarray(count);
  return taken;
}

function digits(count: number): string {
  const rest = Array.from({ length: count - 1 }, () => randomInt(10)).join('');
  return `${1 + randomInt(9)}${rest}`;
}
