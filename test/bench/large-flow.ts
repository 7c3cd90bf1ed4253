/** A flow file with so many nodes: one trigger, then questions in columns of twenty, each with ways on. */
export function largeFlow(nodes: number): object {
  const ids = Array.from({ length: nodes }, (_, n) => `n${n}`);
  const each = 20;
  return {
    spec: 2,
    name: 'Large',
    nodes: ids.map((id, n) =>
      n === 0
        ? { id, type: 'keyword', v: 1, params: { keywords: ['large'] } }
        : {
            id,
            type: 'choices',
            v: 1,
            params: {
              text: `Question ${n}: what would you like to know?`,
              options: ['Prices', 'Hours', 'A person'].map((label, m) => ({ id: `o${m}`, label })),
            },
          },
    ),
    edges: ids.flatMap((from, n) => {
      // On to the next column, and to the row below there; now and then back to where it began.
      const next = [n + each, n + each + 1, n % 9 === 0 ? Math.max(1, n - each) : -1];
      const ports = n === 0 ? ['next'] : ['o0', 'o1', 'o2'];
      return ports.flatMap((port, m) => {
        const to = ids[next[m] ?? -1];
        return to === undefined ? [] : [{ from, port, to }];
      });
    }),
    layout: Object.fromEntries(
      ids.map((id, n) => [id, { x: Math.floor(n / each) * 320, y: (n % each) * 240 }]),
    ),
  };
}
