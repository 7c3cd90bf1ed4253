import type { Remark } from './node-type.ts';

/** A remark that keeps a flow from being published. */
export const mistake = (field: string, message: string): Remark => ({ field, message, severity: 'error' });

/** A remark that an author may leave standing. */
export const warning = (field: string, message: string): Remark => ({ field, message, severity: 'warning' });

/** The places of values that stand earlier in the list already. */
export const repeats = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
