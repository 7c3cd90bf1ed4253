import { isObject } from '../../../../nodes/contract/json.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { fallbackProperty } from '../../../../nodes/contract/window.ts';
import type { Code } from '../codes.ts';
import { REFERENCES, type Reference } from '../context.ts';
import { type Fix, fix, type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import { formatOf, type ParamValue } from '../walk-params.ts';

interface Missing {
  readonly code: Code;
  readonly unchosen: string;
  readonly gone: string;
  /** Only where a flow may name one for when it fails. */
  readonly onFailure?: string;
}

const MISSING: { readonly [kind in Reference]: Missing } = {
  flow: {
    code: 'flow-missing',
    unchosen: 'In {node}, no flow is chosen yet; choose one.',
    gone: '{node} uses a flow that does not exist (any more): "{id}". Choose another.',
    onFailure:
      'When this flow fails, conversations go to a flow that does not exist (any more): "{id}". Choose another.',
  },
  calendar: {
    code: 'calendar-missing',
    unchosen: 'In {node}, no calendar is chosen yet; choose one.',
    gone: '{node} uses a calendar that does not exist (any more): "{id}". Choose another.',
  },
  connection: {
    code: 'connection-missing',
    unchosen: 'In {node}, no connection is chosen yet; choose one.',
    gone: '{node} uses a connection that does not exist (any more): "{id}". Choose another.',
  },
  team: {
    code: 'team-missing',
    unchosen: 'In {node}, no team is chosen yet; choose one.',
    gone: '{node} uses a team that does not exist (any more): "{id}". Choose another.',
    onFailure:
      'When this flow fails, conversations go to a team that does not exist (any more): "{id}". Choose another.',
  },
  number: {
    code: 'number-missing',
    unchosen: 'In {node}, no number is chosen yet; choose one.',
    gone: '{node} uses a WhatsApp number that does not exist (any more): "{id}". Choose another.',
  },
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
    // That nothing is chosen yet is said already where the schema asks for it.
    if (node.misfits.some((misfit) => misfit.path === path)) return [];
    const { code, unchosen, gone } = MISSING[kind];
    const sentence =
      value === '' ? say(unchosen, { node: node.name }) : say(gone, { node: node.name, id: String(value) });
    return [problem(code, sentence, where, onlyChoice(node.id, path, context.known?.[kind]))];
  }
  const template = 'properties' in schema && isFallback(schema) && isObject(value);
  if (!template || !isGone(context.templates, `${value['name']}/${value['language']}`)) return [];
  return [
    problem(
      'template-missing',
      say(
        '{node} uses a message template that is not approved in this language: "{name}" ({language}). Choose another, or have it approved.',
        { node: node.name, name: String(value['name']), language: String(value['language']) },
      ),
      where,
    ),
  ];
}

/** Where there is but one thing to choose, one click chooses it. */
function onlyChoice(node: string, path: string, known: ReadonlySet<string> = new Set()): Fix | undefined {
  const [only, ...others] = known;
  if (only === undefined || others.length > 0) return undefined;
  return fix(say('Choose "{id}"', { id: only }), { type: 'setParam', node, path, value: only });
}

/** A schema is known as a message template by the field that names one. */
const isFallback = ({ properties }: { readonly properties: { readonly [name: string]: unknown } }): boolean =>
  properties['name'] === fallbackProperty.properties.name;

const isGone = (known: ReadonlySet<string> | undefined, value: unknown): boolean =>
  known !== undefined && typeof value === 'string' && !known.has(value);

function missingOnFailure({
  graph: { onFailure = {} },
  context: { known = {} },
}: Survey): readonly Problem[] {
  return (['flow', 'team'] as const)
    .filter((kind) => isGone(known[kind], onFailure[kind]))
    .map((kind) =>
      problem(MISSING[kind].code, say(MISSING[kind].onFailure ?? '', { id: String(onFailure[kind]) }), {
        field: `onFailure.${kind}`,
      }),
    );
}
