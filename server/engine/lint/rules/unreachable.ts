import { say } from '../../../../nodes/contract/sentence.ts';
import { fix, type Problem, problem } from '../problem.ts';
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
            say('No line leads to {node}, so nobody will ever get there; draw one to it, or remove it.', {
              node: name,
            }),
            { node: id },
            fix(say('Remove {what}', { what: name }), { type: 'removeNode', node: id }),
          ),
        );
