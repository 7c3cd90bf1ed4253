import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** A flow that nothing ever begins. */
export const findNoTrigger = ({ nodes }: Survey): readonly Problem[] =>
  nodes.some(({ type }) => type?.trigger)
    ? []
    : [
        problem(
          'no-trigger',
          nodes.length === 0
            ? 'The flow is empty; begin it with a trigger, such as a keyword.'
            : 'Nothing begins this flow: it has no trigger, such as a keyword.',
        ),
      ];
