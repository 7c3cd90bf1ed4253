import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import { type Sentence, say } from '../../../nodes/contract/sentence.ts';
import { findDamage } from '../lint/lint.ts';
import { type Problem, problem } from '../lint/problem.ts';
import { upgradeNode } from '../lint/upgrade-node.ts';
import { type FlowFile, SPEC } from './flow-file.ts';
import { layOut } from './lay-out.ts';
import { migrate } from './migrations/migrations.ts';
import { isTooDeep, MAX_DEPTH, parseJson } from './parse-json.ts';
import { readEdges, readLayout } from './read-edges.ts';
import { readNodes } from './read-nodes.ts';
import { readScenery } from './read-scenery.ts';
import { readOnFailure, readTitle } from './read-title.ts';
import { recogniseJson } from './recognise.ts';
import { unknownFields } from './unknown-fields.ts';

export interface FlowFileReading {
  /** Everything that could be read; undefined when it is no flow file at all. */
  readonly file?: FlowFile;
  readonly problems: readonly Problem[];
}

const FIELDS = [
  ...['spec', 'name', 'description', 'labels', 'nodes', 'edges', 'layout', 'onFailure'],
  ...['notes', 'groups', 'samples'],
];

/** Far more than the linter allows to be published, and still no burden. */
const MAX_ENTRIES = 20_000;

export interface ReadingOptions {
  /** Save what can be saved of a file that is cut off, newer than this release, or wrong in its edges. */
  readonly mend?: boolean;
}

/**
 * Reads a flow file, whoever wrote it, in today's form. Never throws, and throws nothing away that a person
 * drew: damaged nodes stay, each with a problem that names it. A text is parsed; JSON is taken as it is.
 */
export function readFlowFile(
  source: Json,
  types: Registry,
  { mend = false }: ReadingOptions = {},
): FlowFileReading {
  const { json, problem: unread } = typeof source === 'string' ? parseJson(source, mend) : { json: source };
  const before = unread ? [unread] : [];
  if (json === undefined) return { problems: before };
  const { file, problems } = readJson(json, types, mend);
  return { ...(file && { file }), problems: [...before, ...problems] };
}

function readJson(json: Json, types: Registry, mend: boolean): FlowFileReading {
  if (isTooDeep(json))
    return fatal(
      'file-too-deep',
      say('The file nests lists and objects more than {n} levels deep.', { n: MAX_DEPTH }),
    );
  const foreign = recogniseJson(json);
  if (foreign !== undefined)
    return fatal(
      'file-foreign',
      say(
        'This is no flow file of Sluice: it seems to be {what}. Such files cannot be imported; draw the flow anew, or begin with an example.',
        { what: say(foreign) },
      ),
    );
  if (!isObject(json))
    return fatal('file-shape', say('This is no flow file: it holds no object at its top.'));
  const spec = specOf(json);
  if (spec === undefined)
    return fatal('file-shape', say('The "spec" of a flow file must be a whole number, such as 2.'), 'spec');
  const nodes = wrongList(json, 'nodes');
  if (nodes) return { problems: [nodes] };
  const wrong = [...tooNew(spec), ...[wrongList(json, 'edges') ?? []].flat()];
  if (wrong.length > 0 && !mend) return { problems: wrong.slice(0, 1) };
  const { file, problems } = readToday(migrate(json, spec), types);
  return { ...(file && { file }), problems: [...wrong, ...problems] };
}

const tooNew = (spec: number): readonly Problem[] =>
  spec > SPEC
    ? [
        problem(
          'file-too-new',
          say(
            'This file was made by a newer Sluice (its spec is {spec}, this one reads up to {known}). Upgrade Sluice, or export the flow from the older one.',
            { spec, known: SPEC },
          ),
          { field: 'spec' },
        ),
      ]
    : [];

const fatal = (
  code: 'file-shape' | 'file-too-deep' | 'file-foreign',
  sentence: Sentence,
  field?: string,
): FlowFileReading => ({ problems: [problem(code, sentence, field === undefined ? {} : { field })] });

/** Spec 1 did not say so; it is known by its `start`. */
function specOf({ spec, start }: JsonObject): number | undefined {
  if (spec === undefined) return start === undefined ? SPEC : 1;
  return typeof spec === 'number' && Number.isInteger(spec) && spec >= 1 ? spec : undefined;
}

function wrongList(json: JsonObject, field: 'nodes' | 'edges'): Problem | undefined {
  const list = json[field];
  if (list === undefined && field === 'edges') return undefined;
  if (!Array.isArray(list))
    return problem('file-shape', say('This is no flow file: "{field}" must be a list.', { field }), {
      field,
    });
  return list.length > MAX_ENTRIES
    ? problem(
        'file-too-large',
        say('The file has {n} {field}; no flow needs more than {most}.', {
          n: list.length,
          field,
          most: MAX_ENTRIES,
        }),
      )
    : undefined;
}

function readToday(json: JsonObject, types: Registry): FlowFileReading {
  const listed = (field: string) => (Array.isArray(json[field]) ? (json[field] as readonly Json[]) : []);
  const title = readTitle(json);
  const read = readNodes(listed('nodes'));
  const { edges, problems: edgeProblems } = readEdges(listed('edges'), read.renamed);
  const nodes = read.nodes.map((node) => {
    const type = types.get(node.type);
    return (type && upgradeNode(type, node)) ?? node;
  });
  const onFailure = readOnFailure(json['onFailure']);
  const file: FlowFile = {
    spec: SPEC,
    ...title.value,
    nodes,
    edges,
    layout: layOut({ nodes, edges }, readLayout(json['layout'], read.renamed)),
    ...(onFailure.value && { onFailure: onFailure.value }),
    ...readScenery(json, nodes, read.renamed),
  };
  return {
    file,
    problems: [
      ...unknownFields(json, FIELDS),
      ...title.problems,
      ...read.problems,
      ...edgeProblems,
      ...onFailure.problems,
      ...findDamage({ nodes, edges }, types),
    ],
  };
}
