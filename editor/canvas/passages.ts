import type { JournalEntry } from '../../server/api/contract.ts';
import { edgeId } from './to-xyflow.ts';

/** Who has passed where since the page was opened. */
export interface Passages {
  /** How often each node was passed. */
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
  /** The ids of the entries that are counted, so that one that comes twice counts once. */
  readonly seen: ReadonlySet<string>;
}

export const nobodyYet: Passages = { nodes: new Map(), edges: new Map(), seen: new Set() };

/** Counts a journal entry: the steps of its path that lie in this flow, whatever the version. */
export function passed(before: Passages, entry: JournalEntry, flow: string): Passages {
  const { id, path } = entry;
  const here = path.filter((step) => step.flow.id === flow);
  if (here.length === 0 || before.seen.has(id)) return before;
  const nodes = new Map(before.nodes);
  const edges = new Map(before.edges);
  for (const step of here) {
    const { node, port } = step;
    if (step !== path[0] || begins(entry)) nodes.set(node, (nodes.get(node) ?? 0) + 1);
    if (port === undefined) continue;
    const edge = edgeId(node, port);
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  return { nodes, edges, seen: new Set([...before.seen, id]) };
}

/** Otherwise the path goes on from the box where somebody has waited, and where they were counted when they came. */
const begins = ({ event, to }: JournalEntry): boolean =>
  to === 'start' || to === 'fallback' || event.type === 'flowRequested';
