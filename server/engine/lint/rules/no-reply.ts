import { say } from '../../../../nodes/contract/sentence.ts';
import { noReplyFieldOf } from '../pauses.ts';
import { fix, type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** What a fix sets: soon enough that a last word can still be said freely. */
const USUAL_HOURS = 12;

/** Questions that wait for ever when nobody answers. */
export const findEndlessWaits = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap(({ id, name, type, node }) => {
    const field = type && noReplyFieldOf(type);
    return field === undefined || node.params[field] !== undefined
      ? []
      : [
          problem(
            'no-reply-unset',
            say('{node} waits for ever when nobody answers; say after how long to go on without a reply.', {
              node: name,
            }),
            { node: id, field },
            fix(say('Stop waiting after {n} {n|hour|hours}', { n: USUAL_HOURS }), {
              type: 'setParam',
              node: id,
              path: field,
              value: { after: `${USUAL_HOURS}h` },
            }),
          ),
        ];
  });
