import { isObject } from '../../../../nodes/contract/json.ts';
import { fallbackProperty } from '../../../../nodes/contract/window.ts';
import type { Code } from '../codes.ts';
import { REFERENCES, type Reference } from '../context.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import { formatOf, type ParamValue } from '../walk-params.ts';

const MISSING: { readonly [kind in Reference]: { readonly code: Code; readonly noun: string } } = {
  flow: { code: 'flow-missing', noun: 'flow' },
  calendar: { code: 'calendar-missing', noun: 'calendar' },
  connection: { code: 'connection-missing', noun: 'connection' },
  team: { code: 'team-missing', noun: 'team' },
  number: { code: 'number-missing', noun: 'number' },
};

/** Things of the workspace that the flow names and that are not there (any more). */
export const findMissing = (flow: Survey): readonly Problem[] => [
  ...flow.nodes.flatMap((node) => node.values.flatMap((value) => missing(flow, node, value))),
  ...missingOnFailure(flow),
];

function missing(
  { context }: Survey,
  node: SurveyedNode,
  { path, schema, value }: ParamValue,
): readonly Problem[] {
  const where = { node: node.id, field: path };
  const kind = REFERENCES.find((reference) => formatOf(schema) === reference);
  if (kind && isGone(context.known?.[kind], value)) {
    const { code, noun } = MISSING[kind];
    return [problem(code, `${node.name} uses a ${noun} that does not exist: ${named(value)}.`, where)];
  }
  const template = 'properties' in schema && isFallback(schema) && isObject(value);
  if (!template || !isGone(context.templates, `${value['name']}/${value['language']}`)) return [];
  return [
    problem(
      'template-missing',
      `${node.name} uses a message template that is not approved in this language: "${value['name']}" (${value['language']}).`,
      where,
    ),
  ];
}

/** A schema is known as a message template by the field that names one. */
const isFallback = ({ properties }: { readonly properties: { readonly [name: string]: unknown } }): boolean =>
  properties['name'] === fallbackProperty.properties.name;

const isGone = (known: ReadonlySet<string> | undefined, value: unknown): boolean =>
  known !== undefined && typeof value === 'string' && !known.has(value);

const named = (value: unknown): string => (value === '' ? 'none is chosen' : `"${String(value)}"`);

function missingOnFailure({
  graph: { onFailure = {} },
  context: { known = {} },
}: Survey): readonly Problem[] {
  return (['flow', 'team'] as const)
    .filter((kind) => isGone(known[kind], onFailure[kind]))
    .map((kind) =>
      problem(
        MISSING[kind].code,
        `When this flow fails, conversations go to a ${MISSING[kind].noun} that does not exist: ${named(onFailure[kind])}.`,
        { field: `onFailure.${kind}` },
      ),
    );
}
