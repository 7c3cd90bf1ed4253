import { type Filling, listed, quoted, say } from '../../../../nodes/contract/sentence.ts';
import { circlesOf } from '../circles.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** Circles in which no node ever waits: the engine would stop them after 200 nodes. */
export const findEndlessLoops = ({ nodes, byId, edgesFrom }: Survey): readonly Problem[] => {
  // What a node of an unknown type does, nobody knows; it may wait.
  const restless = new Set(nodes.filter(({ type }) => type && !type.resume).map(({ id }) => id));
  const next = (id: string) => (edgesFrom.get(id) ?? []).map(({ to }) => to).filter((to) => restless.has(to));
  return circlesOf([...restless], next).map((circle) => {
    const [first = '', ...others] = circle;
    const nameOf = (id: string): Filling => byId.get(id)?.name ?? quoted(id);
    const says =
      others.length === 0
        ? '{node} leads to itself, and nothing on the way waits for a reply or for time, so it would go round for ever; put a question or a wait in between.'
        : '{node} leads in a circle with {others}, and nothing on the way waits for a reply or for time, so it would go round for ever; put a question or a wait in between.';
    return problem(
      'loop-without-pause',
      say(says, { node: nameOf(first), others: several(others.map(nameOf)) }),
      { node: first },
    );
  });
};

const SHOWN = 4;

const several = (names: readonly Filling[]): Filling =>
  listed(
    names.length > SHOWN
      ? [...names.slice(0, SHOWN - 1), say('{n} more', { n: names.length - SHOWN + 1 })]
      : names,
  );
