import { setMaxListeners } from 'node:events';
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
  setMaxListeners(0, over.signal); // one for each conversation in trouble

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer);
        over.signal.removeEventListener('abort', goOn);
        resolve();
      };
      const timer = setTimeout(goOn, ms);
      over.signal.addEventListener('abort', goOn);
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
