/** Serves what shares a key one at a time, in order; different keys side by side. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** How much waits behind the work that is being done for a key. */
  waiting(key: string): number;
  /** Resolves when all that has been handed in is done. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, { tail: Promise<unknown>; length: number }>();
  return {
    run: (key, work) => {
      const lane = lanes.get(key) ?? { tail: Promise.resolve(), length: 0 };
      lanes.set(key, lane);
      lane.length += 1;
      const done = lane.tail.then(work).finally(() => {
        lane.length -= 1;
        if (lane.length === 0) lanes.delete(key);
      });
      lane.tail = done.catch(() => undefined); // one piece of work that fails does not stop the next
      return done;
    },
    waiting: (key) => Math.max(0, (lanes.get(key)?.length ?? 0) - 1),
    idle: async () => {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ tail }) => tail));
    },
  };
}
