import { randomUUID } from 'node:crypto';
import type { Json } from '../../../nodes/contract/json.ts';
import { OutsideFailure } from '../../runtime/ports.ts';
import type { ConnectionRecord } from '../../store/store.ts';
import type { ConnectionTest } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import type { ValueOf } from '../schema.ts';
import type { connectionTry } from '../schemas/settings.ts';
import { masking } from './masking.ts';

const WITHIN_MS = 15_000;
const SHOWN_CHARACTERS = 100_000;

/** Makes one real call, under the same guards as a flow's, and shows what came without the secrets. */
export async function tryConnection(
  { outside, vault, clock }: Pick<ApiDeps, 'outside' | 'vault' | 'clock'>,
  kept: ConnectionRecord,
  { method, path, body }: ValueOf<typeof connectionTry>,
): Promise<ConnectionTest> {
  const began = clock();
  const secrets: string[] = [];
  try {
    for (const value of Object.values(kept.headers)) secrets.push(vault.open(value));
  } catch {
    return { ok: false, ms: 0, problem: UNREADABLE };
  }
  const mask = masking(secrets);
  try {
    const answer = await outside.request(
      {
        connection: kept.id,
        method: method as 'GET',
        url: path,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        timeoutMs: WITHIN_MS,
        ...(body !== undefined && { body }),
      },
      `test-${randomUUID()}`,
    );
    const { status, headers } = answer;
    const problem = problemOf(status);
    return {
      ok: status < 400,
      status,
      ms: clock() - began,
      ...cut(mask(answer.body)),
      ...(headers && { headers }),
      ...(problem && { problem }),
    };
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error;
    const says = String(mask(error.message));
    return { ok: false, ms: clock() - began, problem: { code: error.code, says } };
  }
}

const UNREADABLE = {
  code: 'secrets-unreadable',
  says: 'The keys of this connection cannot be opened: SECRET_KEY is not the one they were sealed with. Enter them again.',
};

function problemOf(status: number): ConnectionTest['problem'] {
  if (status === 401 || status === 403)
    return { code: 'not-allowed', says: `The service does not accept the key (${status}).` };
  if (status === 404)
    return { code: 'not-found', says: 'The service answers, but has nothing at this path (404).' };
  if (status >= 300 && status < 400)
    return { code: 'redirect', says: `The service sends on to another address (${status}); enter that one.` };
  if (status >= 500) return { code: 'broken', says: `The service has a problem of its own (${status}).` };
  return status >= 400 ? { code: 'refused', says: `The service refused the call (${status}).` } : undefined;
}

function cut(body: Json): Pick<ConnectionTest, 'body' | 'isCut'> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text.length <= SHOWN_CHARACTERS ? { body } : { body: text.slice(0, SHOWN_CHARACTERS), isCut: true };
}
