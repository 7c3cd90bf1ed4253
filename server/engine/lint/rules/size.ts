import type { Graph } from '../../../../nodes/contract/flow.ts';
import { type Problem, problem } from '../problem.ts';

/** What one flow may hold. Larger ones are several flows that call each other. */
const MAX_NODES = 500;
const MAX_EDGES = 2_000;

/** A flow too large to be drawn, read or checked. */
export const findOversize = ({ nodes, edges }: Graph): readonly Problem[] => [
  ...(nodes.length > MAX_NODES
    ? [
        problem(
          'too-many-nodes',
          `The flow has ${nodes.length} nodes, and ${MAX_NODES} is the most; split it into flows that call each other.`,
        ),
      ]
    : []),
  ...(edges.length > MAX_EDGES
    ? [problem('too-many-edges', `The flow has ${edges.length} edges, and ${MAX_EDGES} is the most.`)]
    : []),
];
