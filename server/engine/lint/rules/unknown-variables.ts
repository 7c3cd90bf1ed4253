import { arrivalsOf } from '../arrivals.ts';
import { type Fix, type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import { rootsOf, type TextReading } from '../texts.ts';
import { nearest, ROOTS } from '../variables.ts';
import { fieldName } from '../walk-params.ts';

/** Variables that a text or condition reads, and that nothing before it can have set. */
export function findUnknownVariables(flow: Survey): readonly Problem[] {
  const given = new Set([...ROOTS, ...(flow.context.inputs ?? [])]);
  const arrivals = arrivalsOf(flow);
  const isKnown = (variable: string, node: string): boolean =>
    given.has(variable) || arrivals.isKnown(variable, node);
  return flow.nodes
    .filter(({ id }) => flow.reachable.has(id))
    .flatMap((node) =>
      node.texts().flatMap((text) =>
        rootsOf(text)
          .filter((variable) => !isKnown(variable, node.id))
          .map((variable) => unknown(node, text, variable, [...given, ...arrivals.names])),
      ),
    );
}

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
