import { DateTime } from 'luxon';
import type { Store, Stretch } from './store/store.ts';

/** What a flow has done in the last seven days, the oldest first; the last is today, so far. */
export interface Week {
  readonly starts: readonly number[];
  readonly goals: readonly number[];
}

/** Counts what flows have done. */
export interface Tallies {
  /** The weeks of flows, by their ids. Days begin and end in a time zone. */
  week(flows: readonly string[], timeZone: string): Promise<ReadonlyMap<string, Week>>;
}

const DAYS = 7;
/** How long a count is believed: of a day that is over only stragglers are missing, after a crash for example. */
const TODAY_MS = 30_000;
const PAST_MS = 600_000;
const MOST_REMEMBERED = 20_000;

interface Count {
  readonly goodUntil: number;
  readonly n: Promise<number>;
}

/** Where things that happened can be counted. */
export interface Countable {
  readonly journal: Pick<Store['journal'], 'starts'>;
  readonly goals: Pick<Store['goals'], 'reached'>;
}

/** Counts from indexes, each day by itself, so that days which are over need not be counted again and again. */
export function createTallies({ journal, goals }: Countable, clock: () => number): Tallies {
  const counts = new Map<string, Count>();
  const remembered = (key: string, lasts: number, count: () => Promise<number>): Promise<number> => {
    const known = counts.get(key);
    if (known && known.goodUntil > clock()) return known.n;
    if (counts.size >= MOST_REMEMBERED) counts.clear();
    const n = count();
    counts.set(key, { goodUntil: clock() + lasts, n });
    // What failed is asked again the next time.
    n.catch(() => counts.delete(key));
    return n;
  };
  const perDay = (what: string, days: readonly Stretch[], count: (day: Stretch) => Promise<number>) =>
    Promise.all(
      days.map((day) =>
        remembered(`${what} ${day.from}`, day.until > clock() ? TODAY_MS : PAST_MS, () => count(day)),
      ),
    );
  return {
    week: async (flows, timeZone) => {
      const days = lastDays(clock(), timeZone);
      const weeks = flows.map(async (flow): Promise<readonly [string, Week]> => {
        const [starts, reached] = await Promise.all([
          perDay(`starts ${flow}`, days, (day) => journal.starts(flow, day)),
          perDay(`goals ${flow}`, days, (day) => goals.reached(flow, day)),
        ]);
        return [flow, { starts, goals: reached }];
      });
      return new Map(await Promise.all(weeks));
    },
  };
}

/** Today and the days before it, from midnight to midnight where the clocks are set to a time zone. */
export function lastDays(now: number, timeZone: string): readonly Stretch[] {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day');
  return Array.from({ length: DAYS }, (_, n) => {
    const day = today.minus({ days: DAYS - 1 - n });
    return { from: day.toMillis(), until: day.plus({ days: 1 }).toMillis() };
  });
}
