import { noReplyFieldOf } from '../pauses.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** What a fix sets: soon enough that a last word can still be said freely. */
const USUAL = '12h';

/** Questions that wait for ever when nobody answers. */
export const findEndlessWaits = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap(({ id, name, type, node }) => {
    const field = type && noReplyFieldOf(type);
    return field === undefined || node.params[field] !== undefined
      ? []
      : [
          problem(
            'no-reply-unset',
            `${name} waits for ever when nobody answers; say what happens then.`,
            { node: id, field },
            {
              label: `Give up after ${USUAL}`,
              change: { type: 'setParam', node: id, path: field, value: { after: USUAL } },
            },
          ),
        ];
  });
