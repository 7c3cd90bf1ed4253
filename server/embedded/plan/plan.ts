import type { Collection } from '../storage/collection.ts';
import type { Index } from '../storage/index.ts';
import type { Key } from '../values/key.ts';

/** A part of a plan: rows that are read from one place in one direction. */
export type Leg =
  | { readonly from: 'documents'; readonly backward: boolean }
  | { readonly from: 'ids'; readonly keys: readonly Key[] }
  | { readonly from: 'id range'; readonly low: Key; readonly high: Key; readonly backward: boolean }
  | {
      readonly from: 'index';
      readonly index: Index;
      readonly low: Key;
      readonly high: Key;
      readonly backward: boolean;
      /** How many bytes of its keys are the values that this leg is for. */
      readonly prefix: number;
    };

/** How the rows for a filter and a sort are found. */
export interface Plan {
  readonly legs: readonly Leg[];
  /** Rows come in the order of the sort. */
  readonly sorted: boolean;
  /** Every row of the legs answers the filter: nothing is left to test. */
  readonly exact: boolean;
  /** A row may come more than once. */
  readonly repeats: boolean;
  /** The legs are to be read side by side, to come out in the order of the sort. */
  readonly merges?: boolean;
}

/** The plan that reads everything. */
export const scanAll = (backward = false, sorted = false, exact = false): Plan => ({
  legs: [{ from: 'documents', backward }],
  sorted,
  exact,
  repeats: false,
});

/** What there is to plan for. */
export interface Question {
  readonly collection: Collection;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Whether a plan is no longer good: its collection or an index it reads is gone. */
export const isStale = ({ legs }: Plan, collection: Collection): boolean =>
  collection.dropped || legs.some((leg) => leg.from === 'index' && leg.index.dropped);
