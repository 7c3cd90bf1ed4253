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
    const names = others.map((id) => byId.get(id)?.name ?? id);
    const through = names.length === 0 ? 'to itself' : `in a circle with ${inList(names)}`;
    return problem(
      'loop-without-pause',
      `${byId.get(first)?.name ?? first} leads ${through}, and nothing on the way waits for a reply or for time, so the flow would go round for ever.`,
      { node: first },
    );
  });
};

const SHOWN = 4;

function inList(names: readonly string[]): string {
  const shown =
    names.length > SHOWN ? [...names.slice(0, SHOWN - 1), `${names.length - SHOWN + 1} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
