import type { Doer } from '../store/store.ts';
import type { ApiDeps } from './deps.ts';
import type { Call } from './route.ts';

/** How records say who did something, if anybody is known. */
export const doerOf = (who: Call<object, unknown>['who']): Doer | undefined => who;

/** The moment of a change, and who makes it. */
export function changedNow({ clock }: Pick<ApiDeps, 'clock'>, who: Call<object, unknown>['who']) {
  const doer = doerOf(who);
  return { updatedAt: clock(), ...(doer && { updatedBy: doer }) };
}
