import type { Lanes } from './lanes.ts';

/** Work that comes back to a conversation's lane after a while; at most one piece waits for each conversation. */
export interface LaneTimers {
  /** Sets it for a conversation, in place of what was set before. */
  set(id: string, ms: number, work: () => Promise<void>): void;
  has(id: string): boolean;
  /** Lets nothing come back any more. */
  clear(): void;
}

export function laneTimers(lanes: Lanes, troubled: (id: string, error: unknown) => void): LaneTimers {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    set: (id, ms, work) => {
      clearTimeout(timers.get(id));
      const run = (): void => {
        timers.delete(id);
        lanes.run(id, work).catch((error: unknown) => troubled(id, error));
      };
      timers.set(id, setTimeout(run, ms));
    },
    has: (id) => timers.has(id),
    clear: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
