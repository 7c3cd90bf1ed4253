import { type Fix, type Problem, problem } from '../problem.ts';
import { reachableFrom, type Survey, type SurveyedNode } from '../survey.ts';
import type { TextReading } from '../texts.ts';
import { assignmentsOf, nearest, ROOTS } from '../variables.ts';
import { fieldName } from '../walk-params.ts';

/** Variables that a text or condition reads, and that nothing before it can have set. */
export function findUnknownVariables(flow: Survey): readonly Problem[] {
  const given = [...ROOTS, ...(flow.context.inputs ?? [])];
  const setters = settersOf(flow);
  const settled = new Map<string, ReadonlySet<string>>();
  const knownAt = (variable: string, node: string): boolean => {
    const after = settled.get(variable) ?? nodesAfter(flow, setters.get(variable) ?? []);
    settled.set(variable, after);
    return after.has(node);
  };
  return flow.nodes
    .filter(({ id }) => flow.reachable.has(id))
    .flatMap((node) =>
      node.texts.flatMap((text) =>
        rootsOf(text)
          .filter((variable) => !given.includes(variable) && !knownAt(variable, node.id))
          .map((variable) => unknown(node, text, variable, [...given, ...setters.keys()])),
      ),
    );
}

function settersOf({ nodes }: Survey): ReadonlyMap<string, readonly string[]> {
  const assignments = nodes.flatMap(({ id, values }) =>
    assignmentsOf(values).map(({ variable }) => ({ variable, id })),
  );
  const grouped = Map.groupBy(assignments, ({ variable }) => variable);
  return new Map([...grouped].map(([variable, found]) => [variable, found.map(({ id }) => id)]));
}

/** Nodes that come after one of some nodes; a node comes after itself only in a circle. */
const nodesAfter = ({ edgesFrom }: Survey, starts: readonly string[]): ReadonlySet<string> =>
  reachableFrom(
    starts.flatMap((id) => (edgesFrom.get(id) ?? []).map(({ to }) => to)),
    edgesFrom,
  );

const rootsOf = ({ reads }: TextReading): readonly string[] => [
  ...new Set(reads.map((path) => path.split(/[.[]/)[0] ?? path)),
];

function unknown(node: SurveyedNode, text: TextReading, variable: string, known: readonly string[]): Problem {
  const field = node.type ? fieldName(node.type.params, text.path) : '';
  const where = { node: node.id, field: text.path };
  if (known.includes(variable))
    return problem(
      'variable-unknown',
      `In ${node.name}, ${field} reads "${variable}" before anything has set it.`,
      where,
    );
  const meant = nearest(variable, known);
  const sentence = `In ${node.name}, ${field} reads "${variable}", which nothing sets`;
  return meant === undefined
    ? problem('variable-unknown', `${sentence}.`, where)
    : problem(
        'variable-unknown',
        `${sentence}; did you mean "${meant}"?`,
        where,
        correction(node.id, text, variable, meant),
      );
}

function correction(
  node: string,
  { path, value }: TextReading,
  variable: string,
  meant: string,
): Fix | undefined {
  if (typeof value !== 'string') return undefined;
  const hole = new RegExp(`(\\{\\{\\s*)${variable.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');
  const corrected = value.replace(hole, (_, open: string) => `${open}${meant}`);
  return corrected === value
    ? undefined
    : { label: `Write "${meant}"`, change: { type: 'setParam', node, path, value: corrected } };
}
