import type { JsonObject } from '../../../nodes/contract/json.ts';
import { say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';

/** More than this about one object helps nobody. */
const MAX_TOLD = 10;

/** The fields of an object that no flow file has: left out, but not silently. */
export const unknownFields = (
  object: JsonObject,
  known: readonly string[],
  node?: string,
): readonly Problem[] =>
  Object.keys(object)
    .filter((key) => !known.includes(key))
    .slice(0, MAX_TOLD)
    .map((key) =>
      problem(
        'file-unknown-field',
        node === undefined
          ? say('In the file there is "{field}", which Sluice does not know; it is left out.', {
              field: key.slice(0, 40),
            })
          : say(
              'In the box "{id}" of the file there is "{field}", which Sluice does not know; it is left out.',
              {
                id: node,
                field: key.slice(0, 40),
              },
            ),
        node === undefined ? { field: key } : { node },
      ),
    );
