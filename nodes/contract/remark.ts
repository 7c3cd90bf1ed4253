import type { Remark } from './node-type.ts';
import { type Fillings, say } from './sentence.ts';

/** A remark that keeps a flow from being published. */
export const mistake = (field: string, says: string, values?: Fillings): Remark => ({
  field,
  sentence: say(says, values),
  severity: 'error',
});

/** A remark that an author may leave standing. */
export const warning = (field: string, says: string, values?: Fillings): Remark => ({
  field,
  sentence: say(says, values),
  severity: 'warning',
});

/** The places of values that stand earlier in the list already. */
export const repeats = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
