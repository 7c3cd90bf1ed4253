import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';

/** How calls are gathered. */
export interface Gathering {
  /** Batches under way at once; more make single calls quicker, and batches smaller. */
  readonly atOnce?: number;
  readonly most?: number;
  /** How long the first call waits for others, for work that nobody is waiting for. */
  readonly forMs?: number;
}

/**
 * Gathers single calls into batches: those of one turn of the event loop, and those that came while as many
 * batches as may be were already on their way. Each caller gets its own answer. When a batch fails, its items are
 * flushed again one by one, so that one that cannot be stored does not fail its neighbours: flushing must bear that.
 */
export function coalesce<Item, Answer>(
  flush: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { atOnce = 2, most = 200, forMs = 0 }: Gathering = {},
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || underWay >= atOnce || waiting.length === 0) return;
    scheduled = true;
    const begin = (): void => {
      scheduled = false;
      void run();
    };
    if (forMs > 0) setTimeout(begin, forMs);
    else setImmediate(begin);
  };

  const run = async (): Promise<void> => {
    const batch = waiting.slice(0, most);
    waiting = waiting.slice(most);
    underWay += 1;
    schedule();
    try {
      const answers = await flush(batch.map(({ item }) => item));
      for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
    } catch (error) {
      if (batch.length === 1 || isAway(error)) for (const { reject } of batch) reject(error);
      else await Promise.all(batch.map(alone));
    } finally {
      underWay -= 1;
      schedule();
    }
  };

  const alone = async ({ item, resolve, reject }: Waiting<Item, Answer>): Promise<void> => {
    await flush([item]).then(([answer]) => resolve(answer as Answer), reject);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}

/** For writes that follow an answer: a moment makes batches several times as large. */
export const AFTERWARDS: Gathering = { forMs: 10 };

/** It is nobody's fault in particular. */
const isAway = (error: unknown): boolean =>
  error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;

interface Waiting<Item, Answer> {
  readonly item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}
