/** Something to be told in the corner of the page, for a moment. */
export interface Tiding {
  readonly message: string;
  /** `done` goes away by itself, `trouble` stays longer. */
  readonly kind: 'done' | 'trouble';
  /** Takes back what was done. */
  undo?(): void;
}

const listeners = new Set<() => void>();
let untold: readonly Tiding[] = [];

/** Tells something from anywhere; what shows it is fetched when it is first needed. */
export function tell(tiding: Tiding): void {
  untold = [...untold, tiding];
  for (const listener of listeners) listener();
}

/** What has been told since this was last asked. */
export function takeUntold(): readonly Tiding[] {
  const taken = untold;
  untold = [];
  return taken;
}

/** Hears that there is something to be told. */
export function onTiding(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
