import { say } from '../../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** Two nodes with one id: edges could mean either. */
export const findDuplicateIds = ({ nodes, byId }: Survey): readonly Problem[] =>
  nodes
    .filter((node) => byId.get(node.id) !== node)
    .map(({ id, name }) =>
      problem(
        'duplicate-id',
        say('{node} has the same id ("{id}") as {other}; remove one of the two.', {
          node: name,
          id,
          other: byId.get(id)?.name ?? id,
        }),
        { node: id },
      ),
    );
