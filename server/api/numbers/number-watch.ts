import { failureKind } from '../../channels/whatsapp/failures.ts';
import type { Log, News } from '../../runtime/ports.ts';
import type { NumberHealth, Store } from '../../store/store.ts';

/** What this process sees of its numbers while messages come and go. Other processes see their own share. */
export interface NumberWatch {
  seen(number: string): Sightings;
  /** Keeps what has been learnt of a number, beside what was known. */
  learn(number: string, news: Omit<NumberHealth, 'id'>): Promise<void>;
}

export interface Sightings {
  /** Epoch ms. */
  readonly lastInboundAt?: number;
  /** Messages of the last hour that could not be sent. */
  readonly failures: number;
  /** WhatsApp takes nothing more from this number, and why; until it takes something again. */
  readonly blocked?: string;
}

interface WatchPorts {
  readonly store: Pick<Store, 'numberHealth'>;
  readonly live: { listen(hear: (news: News) => void): void };
  readonly log: Log;
  clock(): number;
}

interface Seen {
  lastInboundAt?: number;
  noted: number;
  blocked?: string | undefined;
  /** Failures by the minute in which they were. */
  readonly failures: Map<number, number>;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** Listens, and writes down at most once a minute when a number was last written to. */
export function createNumberWatch({ store, live, log, clock }: WatchPorts): NumberWatch {
  const numbers = new Map<string, Seen>();
  const seenOf = (number: string): Seen => {
    const seen = numbers.get(number) ?? { noted: 0, failures: new Map() };
    numbers.set(number, seen);
    return seen;
  };
  const learn: NumberWatch['learn'] = async (number, news) => {
    const known = await store.numberHealth.get(number);
    await store.numberHealth.put({ ...known, ...news, id: number });
  };
  const heardFrom = (number: string, seen: Seen): void => {
    const now = clock();
    seen.lastInboundAt = now;
    if (now - seen.noted < MINUTE_MS) return;
    seen.noted = now;
    learn(number, { lastInboundAt: now }).catch((error: unknown) =>
      log.warn({ number, error }, 'it could not be noted when a number was last written to'),
    );
  };
  live.listen((news) => {
    if (news.type === 'status' && news.rank === 'failed') countFailure(seenOf(news.number), news.at);
    if (news.type !== 'message') return;
    const { number, direction, rank, failure, at } = news.message;
    const seen = seenOf(number);
    if (direction === 'in') heardFrom(number, seen);
    else if (rank === 'accepted') seen.blocked = undefined;
    else if (rank === 'failed') {
      countFailure(seen, at);
      if (failure && failureKind(failure.code) === 'blocked') seen.blocked = failure.reason;
    }
  });
  return {
    learn,
    seen: (number) => {
      const { lastInboundAt, blocked, failures } = seenOf(number);
      const since = minuteOf(clock()) - HOUR_MINUTES;
      let count = 0;
      for (const [minute, failed] of failures) if (minute > since) count += failed;
      return {
        failures: count,
        ...(lastInboundAt !== undefined && { lastInboundAt }),
        ...(blocked !== undefined && { blocked }),
      };
    },
  };
}

const minuteOf = (ms: number): number => Math.floor(ms / MINUTE_MS);

function countFailure({ failures }: Seen, at: number): void {
  const minute = minuteOf(at);
  failures.set(minute, (failures.get(minute) ?? 0) + 1);
  const [oldest] = failures.keys();
  if (failures.size > 2 * HOUR_MINUTES && oldest !== undefined) failures.delete(oldest);
}
