import type { Json } from './json.ts';

/**
 * A fact behind a decision, for people: a sentence with `{holes}` and what fills them. The sentence is English, and
 * also what translations are found by; values come as they are, so that numbers are written as each reader does.
 */
export interface Reason {
  readonly says: string;
  readonly values: { readonly [hole: string]: Json };
  /** Of a part of a condition: whether it speaks for the condition. */
  readonly holds?: boolean;
}

export const reason = (says: string, values: Reason['values'] = {}, holds?: boolean): Reason => ({
  says,
  values,
  ...(holds !== undefined && { holds }),
});
