import type { Draft } from '../../../nodes/contract/flow.ts';
import type { Json, JsonObject } from '../../../nodes/contract/json.ts';
import { arrivalsOf } from './arrivals.ts';
import type { LintContext } from './context.ts';
import { exampleValues, partsOf, type ReadablePart } from './example-values.ts';
import { type Survey, type SurveyedNode, survey } from './survey.ts';
import { rootsOf } from './texts.ts';
import { assignmentsOf } from './variables.ts';

/** A variable that can exist when a node is entered. */
export interface KnownVariable {
  readonly name: string;
  /** - `flow`: a node before it sets it · `input`: whoever calls the flow hands it over · `given`: known without any flow */
  readonly from: 'flow' | 'input' | 'given';
  readonly setBy: readonly NodeName[];
  /** The variable itself, then what is inside of it. */
  readonly parts: readonly ReadablePart[];
}

export interface NodeName {
  readonly node: string;
  readonly title: string;
}

/** What a node can read, and who reads what it sets. */
export interface NodeVariables {
  readonly known: readonly KnownVariable[];
  readonly sets: readonly { readonly name: string; readonly readBy: readonly NodeName[] }[];
}

const GIVEN: JsonObject = {
  contact: { name: 'Somchai', phone: '66812345678', language: 'th' },
  message: { text: 'How much is it?', kind: 'text' },
  now: '2026-01-15T09:00:00+07:00',
};

/** The variables that can exist at a node: set on some way from a trigger to it, handed to the flow, or always known. */
export function variablesAt(
  { graph, samples = {} }: Pick<Draft, 'graph' | 'samples'>,
  id: string,
  context: LintContext,
): NodeVariables {
  const flow = survey(graph, context);
  const arrivals = arrivalsOf(flow);
  const setters = settersIn(flow);
  const examples = new Map<string, JsonObject>();
  const exampleOf = (node: SurveyedNode): JsonObject => {
    const known = examples.get(node.id) ?? exampleValues(node, samples[node.id]);
    examples.set(node.id, known);
    return known;
  };
  const known = arrivals.names
    .filter((name) => arrivals.isKnown(name, id))
    .map((name): KnownVariable => {
      const nodes = setters.get(name) ?? [];
      return {
        name,
        from: 'flow',
        setBy: nodes.map(nameOf),
        parts: partsOf(name, firstExample(nodes, name, exampleOf)),
      };
    });
  const inputs = (context.inputs ?? []).filter((name) => !known.some((variable) => variable.name === name));
  return {
    known: [
      ...known,
      ...inputs.map(
        (name): KnownVariable => ({ name, from: 'input', setBy: [], parts: partsOf(name, undefined) }),
      ),
      ...Object.entries(GIVEN).map(
        ([name, example]): KnownVariable => ({
          name,
          from: 'given',
          setBy: [],
          parts: partsOf(name, example),
        }),
      ),
    ],
    sets: setsOf(flow, id),
  };
}

function settersIn({ nodes }: Survey): ReadonlyMap<string, readonly SurveyedNode[]> {
  const setters = new Map<string, SurveyedNode[]>();
  for (const node of nodes)
    for (const { variable } of assignmentsOf(node.values)) {
      const before = setters.get(variable) ?? [];
      if (!before.includes(node)) setters.set(variable, [...before, node]);
    }
  return setters;
}

function firstExample(
  nodes: readonly SurveyedNode[],
  name: string,
  exampleOf: (node: SurveyedNode) => JsonObject,
): Json | undefined {
  for (const node of nodes) {
    const example = exampleOf(node);
    if (Object.hasOwn(example, name)) return example[name];
  }
  return undefined;
}

function setsOf(flow: Survey, id: string): NodeVariables['sets'] {
  const node = flow.byId.get(id);
  if (!node) return [];
  const names = [...new Set(assignmentsOf(node.values).map(({ variable }) => variable))];
  return names.map((name) => ({
    name,
    readBy: flow.nodes
      .filter((other) => other.texts().some((text) => rootsOf(text).includes(name)))
      .map(nameOf),
  }));
}

const nameOf = ({ id, node, type }: SurveyedNode): NodeName => ({
  node: id,
  title: node.title || type?.title || node.type,
});
