/** Remembers for a while who guessed at the key. */
export interface WrongKeys {
  tooMany(from: string): boolean;
  count(from: string): void;
}

const ALLOWED = 10;
const WITHIN_MS = 10 * 60_000;
const REMEMBERED = 10_000;

/** Ten wrong keys in ten minutes are a typing error; more are a guess. */
export function createWrongKeys(clock: () => number): WrongKeys {
  const guesses = new Map<string, { count: number; readonly since: number }>();
  const recent = (from: string) => {
    const known = guesses.get(blockOf(from));
    return known && clock() - known.since < WITHIN_MS ? known : undefined;
  };
  return {
    tooMany: (from) => (recent(from)?.count ?? 0) >= ALLOWED,
    count: (from) => {
      const known = recent(from);
      if (known) known.count += 1;
      else {
        guesses.delete(blockOf(from));
        guesses.set(blockOf(from), { count: 1, since: clock() });
      }
      const [oldest] = guesses.keys();
      if (guesses.size > REMEMBERED && oldest !== undefined) guesses.delete(oldest);
    },
  };
}

/** One person commands a whole /64 of IPv6 addresses. */
const blockOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
