import type { NumberHealth, NumberRecord } from '../../store/store.ts';
import type { NumberView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { numberState } from './number-state.ts';

/** Numbers without their secrets, with how they stand now. */
export async function numberViews(
  deps: ApiDeps,
  kept: readonly NumberRecord[],
): Promise<readonly NumberView[]> {
  const health = new Map((await deps.store.numberHealth.all()).map((known) => [known.id, known]));
  return kept.map((number) => viewOf(deps, number, health.get(number.id)));
}

/** One of them. */
export const numberView = async (deps: ApiDeps, kept: NumberRecord): Promise<NumberView> =>
  viewOf(deps, kept, await deps.store.numberHealth.get(kept.id));

function viewOf(deps: ApiDeps, kept: NumberRecord, health: NumberHealth | undefined): NumberView {
  const { token: _, appSecret: __, ...rest } = kept;
  const { trouble: told, lastInboundAt: noted = 0, id: ___, ...known } = health ?? {};
  const { failures, blocked, lastInboundAt: seen = 0 } = deps.numberWatch.seen(kept.id);
  const rate = deps.runtime.governor.rate(kept.id);
  const trouble = told || blocked;
  const lastInboundAt = Math.max(noted, seen);
  const facts = {
    ...rest,
    ...known,
    virtual: kept.virtual === true,
    secretsReadable: areReadable(deps, kept),
    waiting: deps.runtime.governor.waiting(kept.id, deps.clock()),
    failures,
    ...(trouble && { trouble }),
    ...(rate !== undefined && { rate }),
    ...(lastInboundAt > 0 && { lastInboundAt }),
  };
  return { ...facts, state: numberState(facts) };
}

/** Whether the secrets of a number were sealed with the key that this server has. */
export function areReadable({ vault }: Pick<ApiDeps, 'vault'>, { token, appSecret }: NumberRecord): boolean {
  try {
    vault.open(token);
    vault.open(appSecret);
    return true;
  } catch {
    return false;
  }
}
