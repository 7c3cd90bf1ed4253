import { say } from '../../../../nodes/contract/sentence.ts';
import { type Fix, fix, type Problem, problem } from '../problem.ts';
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
  const values = { node: node.name, field, variable };
  if (known.includes(variable))
    return problem(
      'variable-unknown',
      say(
        'In {node}, {field} reads "{variable}" before anything has set it; put the box that sets it before this one.',
        values,
      ),
      where,
    );
  const meant = nearest(variable, known);
  return meant === undefined
    ? problem(
        'variable-unknown',
        say(
          'In {node}, {field} reads "{variable}", which nothing sets; ask for it first, or correct the name.',
          values,
        ),
        where,
      )
    : problem(
        'variable-unknown',
        say('In {node}, {field} reads "{variable}", which nothing sets; did you mean "{meant}"?', {
          ...values,
          meant,
        }),
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
    : fix(say('Write "{word}"', { word: meant }), { type: 'setParam', node, path, value: corrected });
}
