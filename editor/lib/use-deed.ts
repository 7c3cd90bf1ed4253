import { useCallback, useState } from 'react';

/** Something that is being done on the server, and how it went. */
export interface Deed {
  readonly isBusy: boolean;
  readonly error?: Error;
  /** Does it; the outcome, or undefined when it failed. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
  dismiss(): void;
}

/** One deed at a time, with its error kept until the next. */
export function useDeed(): Deed {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: Error }>({ isBusy: false });
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setState({ isBusy: true });
    try {
      const outcome = await work();
      setState({ isBusy: false });
      return outcome;
    } catch (error) {
      setState({ isBusy: false, error: error instanceof Error ? error : new Error(String(error)) });
      return undefined;
    }
  }, []);
  const dismiss = useCallback(() => setState({ isBusy: false }), []);
  return { ...state, run, dismiss };
}
