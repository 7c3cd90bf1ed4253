import type { NumberView } from '../../server/api/contract.ts';

/** What an admin may set of a number; `undefined` stays as it is. */
export interface Plan {
  readonly name?: string;
  /** `all`: every live flow. */
  readonly flows?: 'all' | readonly string[];
  /** Empty: none. */
  readonly fallback?: string;
  readonly perSecond?: number;
  readonly readReceipts?: boolean;
}

/** How a number is set now. */
export const planOf = ({ name, flows, fallback, perSecond, readReceipts }: NumberView): Plan => ({
  name,
  flows: flows ?? 'all',
  fallback: fallback ?? '',
  perSecond,
  readReceipts: readReceipts ?? false,
});

/** What is sent to the server for a plan. */
export function bodyOf({ flows, fallback, ...rest }: Plan): object {
  const clear = [...(flows === 'all' ? ['flows'] : []), ...(fallback === '' ? ['fallback'] : [])];
  return {
    ...rest,
    ...(flows !== undefined && flows !== 'all' && { flows }),
    ...(fallback !== undefined && fallback !== '' && { fallback }),
    ...(clear.length > 0 && { clear }),
  };
}

/** Whether a plan can be kept: a chosen few flows must be at least one. */
export const isWhole = ({ name, flows }: Plan): boolean =>
  name?.trim() !== '' && (flows === undefined || flows === 'all' || flows.length > 0);

/** Whether a plan changes anything. */
export const isEmpty = (plan: Plan): boolean => Object.values(plan).every((value) => value === undefined);
