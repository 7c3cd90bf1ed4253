import { say } from '../../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../problem.ts';
import { reachableFrom, type Survey } from '../survey.ts';
import { formatOf } from '../walk-params.ts';

/** A flow that enters itself before anything in it has waited: it would do so for ever. */
export function findSelfCalls({ nodes, byId, edgesFrom, context }: Survey): readonly Problem[] {
  // Another flow, and so this one itself, enters a flow by its first trigger.
  const entry = nodes.find(({ type }) => type?.trigger);
  const own = context.flow?.id;
  if (!entry || own === undefined) return [];
  const passedAtOnce = reachableFrom([entry.id], edgesFrom, (id) => {
    const type = byId.get(id)?.type;
    return type !== undefined && !type.resume;
  });
  return nodes
    .filter(({ id, type }) => passedAtOnce.has(id) && !type?.trigger)
    .flatMap(({ id, name, values }) =>
      values
        .filter(({ schema, value }) => formatOf(schema) === 'flow' && value === own)
        .map(({ path }) =>
          problem(
            'calls-itself',
            say(
              '{node} enters this flow again before anything in it has waited, so it would go round for ever; put a question or a wait before it.',
              { node: name },
            ),
            { node: id, field: path },
          ),
        ),
    );
}
