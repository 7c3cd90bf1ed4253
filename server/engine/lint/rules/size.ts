import type { Graph } from '../../../../nodes/contract/flow.ts';
import { isObject, type Json } from '../../../../nodes/contract/json.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../problem.ts';

/** What one flow may hold. Larger ones are several flows that call each other. */
const MAX_NODES = 500;
const MAX_EDGES = 2_000;
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 64;

/** A flow too large to be drawn, read or checked. */
export const findOversize = ({ nodes, edges }: Graph): readonly Problem[] => [
  ...(nodes.length > MAX_NODES
    ? [
        problem(
          'too-many-nodes',
          say(
            'The flow has {n} boxes, and {most} is the most; split it into several flows, and lead from one to the other with "Call flow".',
            { n: nodes.length, most: MAX_NODES },
          ),
        ),
      ]
    : []),
  ...(edges.length > MAX_EDGES
    ? [
        problem(
          'too-many-edges',
          say(
            'The flow has {n} lines, and {most} is the most; split it into several flows, and lead from one to the other with "Call flow".',
            { n: edges.length, most: MAX_EDGES },
          ),
        ),
      ]
    : []),
  ...(nodes.reduce((sum, { params }) => sum + weigh(params), 0) > MAX_CHARACTERS
    ? [
        problem(
          'flow-too-large',
          say(
            'The settings of the boxes are more than {n} million characters together, or nested too deep; split the flow into several, and lead from one to the other with "Call flow".',
            { n: MAX_CHARACTERS / 1_000_000 },
          ),
        ),
      ]
    : []),
];

/** About how many characters a value is, written down; beyond measure when it is nested too deep to be walked. */
function weigh(value: Json, depth = 0): number {
  if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
  if (typeof value === 'string') return value.length + 2;
  if (Array.isArray(value)) return value.reduce((sum: number, item: Json) => sum + weigh(item, depth + 1), 2);
  if (!isObject(value)) return 4;
  return Object.entries(value).reduce((sum, [key, field]) => sum + key.length + weigh(field, depth + 1), 2);
}
