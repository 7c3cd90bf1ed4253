/** Prints one figure as one line of JSON. */
export function report(bench: string, figure: string, value: number, facts: object = {}): void {
  console.log(JSON.stringify({ bench, figure, value: Math.round(value * 100) / 100, ...facts }));
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
