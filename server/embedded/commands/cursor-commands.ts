import { Long } from 'bson';
import { typeMismatch } from '../refusal.ts';
import { toNumber } from '../values/numbers.ts';
import { countArgument } from './arguments.ts';
import type { Handler } from './engine.ts';

/** `getMore` */
export const getMore: Handler = (command, { cursors }) =>
  cursors.more(cursorId(command['getMore']), countArgument(command, 'batchSize') || Number.POSITIVE_INFINITY);

/** `killCursors` */
export const killCursors: Handler = (command, { cursors }) => {
  const ids = command['cursors'];
  if (!Array.isArray(ids)) throw typeMismatch("'cursors' must be an array");
  const cursorsKilled: Long[] = [];
  const cursorsNotFound: Long[] = [];
  for (const id of ids as readonly unknown[]) {
    const key = cursorId(id);
    (cursors.kill(key) ? cursorsKilled : cursorsNotFound).push(Long.fromBigInt(key));
  }
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

const cursorId = (value: unknown): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toNumber(value)) || 0);
