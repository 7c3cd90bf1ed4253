import type { Edge, Graph, GraphNode } from '../../../nodes/contract/flow.ts';
import type { AnyNodeType, Port } from '../../../nodes/contract/node-type.ts';
import { currentVersion } from '../../../nodes/contract/registry.ts';
import { type Filling, quoted, say } from '../../../nodes/contract/sentence.ts';
import type { TriggerRule } from '../../../nodes/contract/trigger.ts';
import type { LintContext } from './context.ts';
import { findMisfits, type Misfit } from './misfits.ts';
import { readTexts, type TextReading } from './texts.ts';
import { upgradeNode } from './upgrade-node.ts';
import { type ParamValue, walkParams } from './walk-params.ts';

/** A flow looked over once, so that every rule reads the same facts. */
export interface Survey {
  readonly graph: Graph;
  readonly context: LintContext;
  readonly nodes: readonly SurveyedNode[];
  readonly byId: ReadonlyMap<string, SurveyedNode>;
  readonly edgesFrom: ReadonlyMap<string, readonly Edge[]>;
  /** Nodes that some trigger leads to, triggers included. */
  readonly reachable: ReadonlySet<string>;
}

export interface SurveyedNode {
  readonly id: string;
  /** How sentences name it, quotes included. */
  readonly name: Filling;
  /** With params of today's version, as far as they could be upgraded. */
  readonly node: GraphNode;
  readonly type?: AnyNodeType;
  readonly state: 'sound' | 'misfit' | 'unknownType' | 'tooNew' | 'tooDamaged';
  readonly misfits: readonly Misfit[];
  readonly values: readonly ParamValue[];
  /** Read when a rule first asks: parsing texts is the dearest part of linting. */
  texts(): readonly TextReading[];
  /** Known only of a sound node: others may have lost the params that make its ports. */
  readonly ports?: ReadonlyMap<string, Port>;
  readonly trigger?: TriggerRule;
}

export function survey(graph: Graph, context: LintContext): Survey {
  const nodes = graph.nodes.map((node) => surveyNode(node, context.types.get(node.type)));
  const byId = new Map(nodes.toReversed().map((node) => [node.id, node]));
  const edgesFrom = Map.groupBy(graph.edges, ({ from }) => from);
  const triggers = nodes.filter(({ type }) => type?.trigger).map(({ id }) => id);
  return { graph, context, nodes, byId, edgesFrom, reachable: reachableFrom(triggers, edgesFrom) };
}

/** Nodes that edges lead to from some nodes, those included. */
export function reachableFrom(
  starts: readonly string[],
  edgesFrom: Survey['edgesFrom'],
  passes: (node: string) => boolean = () => true,
): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) if (passes(id)) for (const { to } of edgesFrom.get(id) ?? []) reached.add(to);
  return reached;
}

/** How sentences name a way out, quotes included; one that is not there (any more) by its id. */
export const portName = (port: Port | undefined, id = ''): Filling =>
  quoted(port === undefined ? id : port.authored ? port.label : say(port.label));

function surveyNode(node: GraphNode, type: AnyNodeType | undefined): SurveyedNode {
  const name = quoted(node.title || (type ? say(type.title) : node.type));
  const bare = { id: node.id, name, node, misfits: [], values: [], texts: () => [] };
  if (!type) return { ...bare, state: 'unknownType' };
  if (node.v > currentVersion(type)) return { ...bare, type, state: 'tooNew' };
  const upgraded = upgradeNode(type, node);
  if (!upgraded) return { ...bare, type, state: 'tooDamaged' };
  const { params } = upgraded;
  const misfits = findMisfits(type.params, params);
  const values = [...walkParams(type.params, params)];
  let read: readonly TextReading[] | undefined;
  const texts = (): readonly TextReading[] => {
    read ??= readTexts(values);
    return read;
  };
  const seen = { ...bare, node: upgraded, type, misfits, values, texts };
  if (misfits.length > 0) return { ...seen, state: 'misfit' };
  return {
    ...seen,
    state: 'sound',
    ports: new Map(type.ports(params).map((port) => [port.id, port])),
    ...(type.trigger && { trigger: type.trigger(params) }),
  };
}
