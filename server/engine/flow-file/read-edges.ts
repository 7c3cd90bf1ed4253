import type { Edge, Layout } from '../../../nodes/contract/flow.ts';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';

export interface EdgesReading {
  readonly edges: readonly Edge[];
  readonly problems: readonly Problem[];
}

/** Edges as they were meant. One that names nodes or ports that are not there stays; the linter tells. */
export function readEdges(list: readonly Json[], renamed: ReadonlyMap<string, string>): EdgesReading {
  const problems: Problem[] = [];
  const edges = list.flatMap((item, n): readonly Edge[] => {
    const [from, port, to] = ['from', 'port', 'to'].map((key) => (isObject(item) ? item[key] : undefined));
    if (typeof from === 'string' && typeof port === 'string' && typeof to === 'string')
      return [{ from: renamed.get(from) ?? from, port, to: renamed.get(to) ?? to }];
    problems.push(
      problem(
        'edge-unreadable',
        say('Line {n} does not say from which box and way out to which box it leads; it is left out.', {
          n: n + 1,
        }),
        typeof from === 'string' ? { node: renamed.get(from) ?? from } : { field: `edges.${n}` },
      ),
    );
    return [];
  });
  return { edges, problems };
}

/** The places that can be used; a node whose place cannot be used gets a new one. */
export function readLayout(value: Json | undefined, renamed: ReadonlyMap<string, string>): Layout {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, place]) => {
      if (!isObject(place)) return [];
      const { x, y } = place;
      if (typeof x !== 'number' || typeof y !== 'number') return [];
      return isNear(x) && isNear(y) ? [[renamed.get(id) ?? id, { x, y }]] : [];
    }),
  );
}

/** Further away no canvas scrolls. */
const isNear = (coordinate: number): boolean => Math.abs(coordinate) <= 1_000_000;
