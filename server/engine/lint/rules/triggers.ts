import { say } from '../../../../nodes/contract/sentence.ts';
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
            ? say('The flow is empty; begin it with a trigger, such as "Keyword".')
            : say('Nothing begins this flow; add a trigger, such as "Keyword", and draw a line from it.'),
        ),
      ];
