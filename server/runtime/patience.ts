import type { Log } from './ports.ts';

/** Tries again what failed, for a while: trouble with the database often passes. */
export interface Patience {
  with<T>(about: string, work: () => Promise<T>): Promise<T>;
  /** From now on what fails has failed. */
  end(): void;
}

const PAUSES_MS = [200, 1_000, 3_000, 8_000];

export function createPatience(log: Log): Patience {
  const over = new AbortController();
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const hurry = (): void => {
        clearTimeout(timer);
        resolve();
      };
      over.signal.addEventListener('abort', hurry, { once: true });
      timer.ref();
    });
  return {
    with: async (about, work) => {
      for (const ms of PAUSES_MS) {
        try {
          return await work();
        } catch (error) {
          if (over.signal.aborted) throw error;
          log.warn({ about, error }, 'could not go on yet; it is tried again');
          await pause(ms);
        }
      }
      return work();
    },
    end: () => over.abort(),
  };
}
