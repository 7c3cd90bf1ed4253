import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** Nodes that no trigger leads to. Without any trigger that is said once, not of every node. */
export const findUnreachable = ({ nodes, reachable }: Survey): readonly Problem[] =>
  reachable.size === 0
    ? []
    : nodes
        .filter(({ id }) => !reachable.has(id))
        .map(({ id, name }) =>
          problem(
            'unreachable-node',
            `No way leads to ${name}, so nobody will ever get there.`,
            { node: id },
            { label: `Remove ${name}`, change: { type: 'removeNode', node: id } },
          ),
        );
