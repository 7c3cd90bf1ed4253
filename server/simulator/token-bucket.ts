/** A limit that refills with time: `burst` at once, then one more each `everyMs`. */
export interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

/** Takes one token for `key` if there is one. */
export type Take = (key: string, rate: Rate, now: number) => boolean;

/** Above this many keys the full buckets are thrown away; a full bucket and no bucket are the same. */
const SWEEP_ABOVE = 20_000;

/** Token buckets by key. */
export function tokenBuckets(): Take {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let sweepAbove = SWEEP_ABOVE;
  return (key, rate, now) => {
    if (buckets.size > sweepAbove) {
      sweep(buckets, rate, now);
      sweepAbove = Math.max(SWEEP_ABOVE, buckets.size * 2);
    }
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at: now };
    const tokens = Math.min(rate.burst, bucket.tokens + (now - bucket.at) / rate.everyMs);
    const enough = tokens >= 1;
    buckets.set(key, { tokens: enough ? tokens - 1 : tokens, at: now });
    return enough;
  };
}

function sweep(buckets: Map<string, { tokens: number; at: number }>, rate: Rate, now: number): void {
  for (const [key, bucket] of buckets) {
    if (bucket.tokens + (now - bucket.at) / rate.everyMs >= rate.burst) buckets.delete(key);
  }
}
