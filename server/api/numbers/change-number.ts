import { type Detail, problems } from '../../problems.ts';
import type { NumberRecord } from '../../store/store.ts';
import type { ApiDeps } from '../deps.ts';
import type { ValueOf } from '../schema.ts';
import type { numberChange } from '../schemas/settings.ts';
import { testersIn } from './testers.ts';

type Change = ValueOf<typeof numberChange>;

/** Throws a problem that names the flows which there are not. */
export async function checkFlows(
  { store }: Pick<ApiDeps, 'store'>,
  { flows = [], fallback }: Pick<Change, 'flows' | 'fallback'>,
  within = '',
): Promise<void> {
  if (flows.length === 0 && fallback === undefined) return;
  const known = new Set((await store.flows.list()).map(({ id }) => id));
  const missing = (id: string, field: string): readonly Detail[] =>
    known.has(id) ? [] : [{ field: `${within}${field}`, message: `There is no flow "${id}".` }];
  const wrong = [
    ...flows.flatMap((id, index) => missing(id, `flows.${index}`)),
    ...(fallback === undefined ? [] : missing(fallback, 'fallback')),
  ];
  if (wrong.length > 0) throw problems.invalid(wrong);
}

/** A number with what is given of it changed; what is left out stays. */
export function changeNumber(
  deps: Pick<ApiDeps, 'vault'>,
  before: NumberRecord,
  { token, appSecret, clear = [], ...plan }: Change,
): NumberRecord {
  const { flows, fallback, ...rest } = before;
  return {
    ...rest,
    ...(flows && !clear.includes('flows') && { flows }),
    ...(fallback !== undefined && !clear.includes('fallback') && { fallback }),
    ...plan,
    ...testersIn(plan),
    ...(token !== undefined && { token: deps.vault.seal(token.trim()) }),
    ...(appSecret !== undefined && { appSecret: deps.vault.seal(appSecret.trim()) }),
  };
}
