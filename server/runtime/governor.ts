/** How fast a number may go at most, and how fast it goes now: messages a second. */
interface Pace {
  rate: number;
  tokens: number;
  at: number;
  /** No sooner than this: the channel asked for a rest. */
  restUntil: number;
}

/** One number to one contact: 1 in 6 s, with a burst of 45 (Graph error 131056 beyond that). */
const PAIR = { perMs: 1 / 6_000, burst: 45 };
const SLOWEST = 1 / 3;
const RECOVERY_PER_SECOND = 1.05;
const FORGET_PAIRS_OVER = 50_000;

/**
 * Owns each number's way out. It starts at the number's own pace, halves it when the channel complains,
 * and wins it back slowly while sending goes well.
 */
export interface Governor {
  /** Takes a place for a message now (0), or says how many ms to wait before asking again. */
  reserve(number: string, contact: string, perSecond: number, now: number): number;
  /** The channel said: too fast on this number. */
  slow(number: string, now: number): void;
  /** The channel said: too fast for this contact; rest that long (ms). */
  slowPair(number: string, contact: string, now: number, ms: number): void;
  /** Messages a second that a number goes at now, if it has sent anything. */
  rate(number: string): number | undefined;
}

export function createGovernor(): Governor {
  const paces = new Map<string, Pace>();
  const pairs = new Map<string, { tokens: number; at: number }>();

  const paceOf = (number: string, perSecond: number, now: number): Pace => {
    const pace = paces.get(number) ?? { rate: perSecond, tokens: perSecond, at: now, restUntil: 0 };
    paces.set(number, pace);
    const seconds = Math.max(0, now - pace.at) / 1_000;
    pace.rate = Math.min(perSecond, pace.rate * RECOVERY_PER_SECOND ** seconds);
    pace.tokens = Math.min(Math.max(1, pace.rate), pace.tokens + seconds * pace.rate);
    pace.at = now;
    return pace;
  };

  const pairOf = (number: string, contact: string, now: number) => {
    if (pairs.size > FORGET_PAIRS_OVER) forgetFull(pairs, now);
    const key = `${number}:${contact}`;
    const pair = pairs.get(key) ?? { tokens: PAIR.burst, at: now };
    pairs.set(key, pair);
    pair.tokens = Math.min(PAIR.burst, pair.tokens + Math.max(0, now - pair.at) * PAIR.perMs);
    pair.at = now;
    return pair;
  };

  return {
    reserve: (number, contact, perSecond, now) => {
      const pace = paceOf(number, perSecond, now);
      const pair = pairOf(number, contact, now);
      const wait = Math.max(
        pace.restUntil - now,
        ((1 - pace.tokens) / pace.rate) * 1_000,
        (1 - pair.tokens) / PAIR.perMs,
      );
      if (wait > 0) return Math.ceil(wait);
      pace.tokens -= 1;
      pair.tokens -= 1;
      return 0;
    },
    slow: (number, now) => {
      const pace = paces.get(number);
      if (!pace || pace.restUntil > now) return;
      pace.rate = Math.max(SLOWEST, pace.rate / 2);
      pace.tokens = 0;
      pace.restUntil = now + 1_000;
    },
    slowPair: (number, contact, now, ms) => {
      pairOf(number, contact, now).tokens = 1 - ms * PAIR.perMs;
    },
    rate: (number) => paces.get(number)?.rate,
  };
}

/** A pair that has rested long enough to be full again is as good as one never met. */
function forgetFull(pairs: Map<string, { tokens: number; at: number }>, now: number): void {
  for (const [key, { tokens, at }] of pairs)
    if (tokens + (now - at) * PAIR.perMs >= PAIR.burst) pairs.delete(key);
}
