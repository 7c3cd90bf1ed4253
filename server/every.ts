import type { Log } from './runtime/ports.ts';

/** Does something again and again, never twice at once; trouble is told and does not end it. */
export function every(ms: number, log: Log, work: () => Promise<void>) {
  let underWay = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    underWay = work()
      .catch((error: unknown) => log.warn({ error }, 'the heartbeat met with trouble'))
      .finally(() => {
        busy = false;
      });
  }, ms);
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await underWay;
    },
  };
}
