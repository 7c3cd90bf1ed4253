/** How fast a number may go at most, and how fast it goes now: messages a second. */
interface Pace {
  rate: number;
  tokens: number;
  at: number;
  /** No sooner than this: the channel asked for a rest. */
  restUntil: number;
  /** Messages that were told to wait, in the order in which they first asked; each with its place in that order. */
  readonly line: Map<string, Place>;
  /** Places given out so far. */
  places: number;
}

interface Place {
  readonly place: number;
  /** When it was told to ask again. */
  askAt: number;
}

/** A number, as far as it matters here. */
export interface Sender {
  readonly id: string;
  readonly perSecond: number;
}

/** One number to one contact: 1 in 6 s, with a burst of 45 (Graph error 131056 beyond that). */
const PAIR = { perMs: 1 / 6_000, burst: 45 };
const SLOWEST = 1 / 3;
const RECOVERY_PER_SECOND = 1.05;
const FORGET_PAIRS_OVER = 50_000;
/** Nobody waits longer without asking again: the number may have won back its pace by then. */
const LONGEST_WAIT_MS = 30_000;
/** Who does not come back is out of line. */
const LATE_MS = 10_000;

/**
 * Owns each number's way out. It starts at the number's own pace, halves it when the channel complains,
 * and wins it back slowly while sending goes well. Who has to wait stands in line: each is told to come back
 * when its turn is likely, so that a thousand who wait do not all come back for one place.
 */
export interface Governor {
  /** Takes a place for a message now (0), or says how many ms to wait before asking again. */
  reserve(number: Sender, contact: string, message: string, now: number): number;
  /** The channel said: too fast on this number. */
  slow(number: string, now: number): void;
  /** The channel said: too fast for this contact; rest that long (ms). */
  slowPair(number: string, contact: string, now: number, ms: number): void;
  /** Messages a second that a number goes at now, if it has sent anything. */
  rate(number: string): number | undefined;
  /** How many messages of a number wait for their turn. */
  waiting(number: string, now: number): number;
}

export function createGovernor(): Governor {
  const paces = new Map<string, Pace>();
  const pairs = new Map<string, { tokens: number; at: number }>();

  const paceOf = ({ id, perSecond }: Sender, now: number): Pace => {
    const pace = paces.get(id) ?? startingPace(perSecond, now);
    paces.set(id, pace);
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
    reserve: (number, contact, message, now) => {
      const pace = paceOf(number, now);
      const pair = pairOf(number.id, contact, now);
      if (pair.tokens < 1) {
        pace.line.delete(message); // others need not wait for it
        return Math.ceil((1 - pair.tokens) / PAIR.perMs);
      }
      const wait = waitInLine(pace, message, now);
      if (wait > 0) return wait;
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
    waiting: (number, now) => {
      const pace = paces.get(number);
      if (!pace) return 0;
      dropLate(pace, now);
      return pace.line.size;
    },
  };
}

const startingPace = (perSecond: number, now: number): Pace => ({
  rate: perSecond,
  tokens: perSecond,
  at: now,
  restUntil: 0,
  line: new Map(),
  places: 0,
});

/** How long a message waits for its turn: 0 when it is there, and then it leaves the line. */
function waitInLine(pace: Pace, message: string, now: number): number {
  dropLate(pace, now);
  const { line, tokens, rate, restUntil } = pace;
  const place = line.get(message);
  const [first] = line.values();
  const next = place?.place ?? pace.places;
  const ahead = Math.max(0, next - (first?.place ?? next));
  // Who comes anew lets those go first that wait; of those, whoever asks first while there is room.
  const rest = Math.max(0, restUntil - now);
  if (rest === 0 && tokens >= (place ? 1 : 1 + line.size)) {
    line.delete(message);
    return 0;
  }
  const turn = rest + (Math.max(1 - tokens, ahead + 1 - tokens) / rate) * 1_000;
  // Those far back come back spread over a while too, not all at once.
  const wait = Math.ceil(Math.max(1, Math.min(turn, LONGEST_WAIT_MS / 2 + (turn % (LONGEST_WAIT_MS / 2)))));
  if (!place) pace.places += 1;
  line.set(message, { place: next, askAt: now + wait });
  return wait;
}

function dropLate({ line }: Pace, now: number): void {
  for (const [message, { askAt }] of line) {
    if (askAt + LATE_MS >= now) return;
    line.delete(message);
  }
}

/** A pair that has rested long enough to be full again is as good as one never met. */
function forgetFull(pairs: Map<string, { tokens: number; at: number }>, now: number): void {
  for (const [key, { tokens, at }] of pairs)
    if (tokens + (now - at) * PAIR.perMs >= PAIR.burst) pairs.delete(key);
}
