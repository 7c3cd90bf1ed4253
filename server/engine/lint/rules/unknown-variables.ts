import { type Fix, type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import type { TextReading } from '../texts.ts';
import { assignmentsOf, nearest, ROOTS } from '../variables.ts';
import { fieldName } from '../walk-params.ts';

/** Variables that a text or condition reads, and that nothing before it can have set. */
export function findUnknownVariables(flow: Survey): readonly Problem[] {
  const given = new Set([...ROOTS, ...(flow.context.inputs ?? [])]);
  const bits = new Map<string, bigint>();
  const sets = new Map<string, bigint>();
  for (const { id, values } of flow.nodes)
    for (const { variable } of assignmentsOf(values)) {
      const bit = bits.get(variable) ?? 1n << BigInt(bits.size);
      bits.set(variable, bit);
      sets.set(id, (sets.get(id) ?? 0n) | bit);
    }
  const known = knownOnArrival(flow, sets);
  const isKnown = (variable: string, node: string): boolean =>
    given.has(variable) || ((known.get(node) ?? 0n) & (bits.get(variable) ?? 0n)) !== 0n;
  return flow.nodes
    .filter(({ id }) => flow.reachable.has(id))
    .flatMap((node) =>
      node.texts().flatMap((text) =>
        rootsOf(text)
          .filter((variable) => !isKnown(variable, node.id))
          .map((variable) => unknown(node, text, variable, [...given, ...bits.keys()])),
      ),
    );
}

/** For each node, the variables that some way to it has set, one bit each: edges pass them on until nothing is new. */
function knownOnArrival(
  { nodes, edgesFrom }: Survey,
  sets: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  const known = new Map<string, bigint>();
  const changed = new Set(nodes.map(({ id }) => id));
  for (const id of changed) {
    // Taken out, so that a node that learns more is put in again at the end.
    changed.delete(id);
    const after = (known.get(id) ?? 0n) | (sets.get(id) ?? 0n);
    for (const { to } of edgesFrom.get(id) ?? []) {
      const before = known.get(to) ?? 0n;
      if ((before | after) === before) continue;
      known.set(to, before | after);
      changed.add(to);
    }
  }
  return known;
}

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
