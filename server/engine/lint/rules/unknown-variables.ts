import { say } from '../../../../nodes/contract/sentence.ts';
import { arrivalsOf } from '../arrivals.ts';
import { type Fix, fix, type Problem, problem } from '../problem.ts';
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
