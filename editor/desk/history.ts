/** A value with the values before it and, after an undo, those that came after. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Edits that follow each other under the same name are one step, such as typing in one field. */
  readonly joins?: string;
}

/** How many steps can be taken back. */
export const MOST_STEPS = 100;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** Adds a step; what was undone before is gone. An edit that changes nothing is no step. */
export function record<T>(history: History<T>, next: T, joins?: string): History<T> {
  const { past, present } = history;
  if (next === present) return history;
  const isSameStep = joins !== undefined && joins === history.joins && past.length > 0;
  return {
    past: isSameStep ? past : [...past, present].slice(-MOST_STEPS),
    present: next,
    future: [],
    ...(joins !== undefined && { joins }),
  };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}

/** The same steps, each as if something had been so from the beginning: what others changed is nobody's step here. */
export const rebase = <T>(
  { past, present, future, ...rest }: History<T>,
  change: (value: T) => T,
): History<T> => ({
  ...rest,
  past: past.map(change),
  present: change(present),
  future: future.map(change),
});
