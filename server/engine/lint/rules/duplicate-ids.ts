import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** Two nodes with one id: edges could mean either. */
export const findDuplicateIds = ({ nodes, byId }: Survey): readonly Problem[] =>
  nodes
    .filter((node) => byId.get(node.id) !== node)
    .map(({ id, name }) =>
      problem(
        'duplicate-id',
        `${name} has the same id ("${id}") as ${byId.get(id)?.name ?? 'another node'}.`,
        {
          node: id,
        },
      ),
    );
