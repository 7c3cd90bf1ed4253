import type { Draft, FlowVersion, Graph, GraphNode } from '../../../nodes/contract/flow.ts';
import { diffGraphs, meansElse } from '../../../nodes/contract/flow-diff.ts';
import type { Port } from '../../../nodes/contract/node-type.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import { upgrade } from '../../engine/compile.ts';
import { sceneryOf } from '../../engine/flow-file/flow-file.ts';
import { lint } from '../../engine/lint/lint.ts';
import { type Problem as FlowProblem, isError } from '../../engine/lint/problem.ts';
import type { World } from '../../engine/world.ts';
import { lintContexts, lintFlow, type Shelf } from '../../publish.ts';
import type { FlowRecord } from '../../store/store.ts';
import type { Week } from '../../tallies.ts';
import type { FlowSummary, FlowView, GraphView, TriggerView, VersionSummary } from '../contract.ts';

/** Flows as the list shows them. */
export async function flowSummaries(
  shelf: Shelf,
  flows: readonly FlowRecord[],
  live: readonly FlowVersion[],
  weeks: ReadonlyMap<string, Week>,
): Promise<readonly FlowSummary[]> {
  const versions = new Map(live.map((version) => [version.flow, version]));
  const count = await troubleCounter(shelf);
  return flows.map((flow) => {
    const week = weeks.get(flow.id);
    return { ...summaryOf(shelf.types, flow, versions.get(flow.id), count(flow)), ...(week && { week }) };
  });
}

/** How many mistakes and doubts a flow has. */
interface Troubles {
  readonly errors: number;
  readonly warnings: number;
}

/** By flow: what was counted of it, and in which state. */
type Counts = Map<string, { readonly key: string; readonly troubles: Troubles }>;

/** What was counted while the workspace stood as it stands: linting hundreds of flows for every look would be dear. */
const counted = new WeakMap<World, Counts>();

async function troubleCounter(shelf: Shelf): Promise<(flow: FlowRecord) => Troubles> {
  const contextOf = await lintContexts(shelf);
  const world = shelf.workspace.world();
  const known: Counts = counted.get(world) ?? new Map();
  counted.set(world, known);
  let leads: string | undefined;
  return (flow) => {
    const context = contextOf(flow);
    // What the world does not tell: drafts that come and go, and what they hand over.
    leads ??= [...(context.known?.flow ?? [])].join(' ');
    const key = JSON.stringify([flow.id, flow.revision, flow.order, context.inputs, leads]);
    const before = known.get(flow.id);
    if (before?.key === key) return before.troubles;
    const troubles = countOf(lint(flow.draft, context));
    // Only the latest state of each flow is kept, however often it is edited.
    known.set(flow.id, { key, troubles });
    return troubles;
  };
}

function countOf(found: readonly FlowProblem[]): Troubles {
  const errors = found.filter(isError).length;
  return { errors, warnings: found.length - errors };
}

/** A flow with its draft and what is wrong with it. */
export async function flowView(shelf: Shelf, flow: FlowRecord): Promise<FlowView> {
  const { types, store } = shelf;
  const live =
    flow.live === undefined ? undefined : await store.flows.version({ id: flow.id, version: flow.live });
  const found = await lintFlow(shelf, flow);
  return {
    ...summaryOf(types, flow, live, countOf(found)),
    draft: graphView(types, flow.draft),
    problems: found,
  };
}

function summaryOf(
  types: Registry,
  flow: FlowRecord,
  live: FlowVersion | undefined,
  troubles: Troubles,
): FlowSummary {
  const { id, name, description, labels, order, draft, live: number, revision, updatedAt } = flow;
  return {
    ...pastOf(flow),
    id,
    name,
    ...(description !== undefined && { description }),
    ...(labels && { labels }),
    order,
    ...(number !== undefined && { live: number }),
    changed: live !== undefined && meansElse(diffGraphs(live, { ...draft, name })),
    revision,
    updatedAt,
    triggers: triggersIn(types, (live ?? draft).graph),
    ...troubles,
    nodes: draft.graph.nodes.length,
  };
}

const pastOf = ({ updatedBy, createdAt, createdBy, archived }: FlowRecord) => ({
  ...(updatedBy && { updatedBy }),
  ...(createdAt !== undefined && { createdAt }),
  ...(createdBy && { createdBy }),
  ...(archived && { archived }),
});

export const triggersIn = (types: Registry, { nodes }: Graph): readonly TriggerView[] =>
  nodes.flatMap(({ id, type, title, params }) =>
    types.get(type)?.trigger ? [{ node: id, type, params, ...(title !== undefined && { title }) }] : [],
  );

/** A graph, ready to be drawn. */
export const graphView = (types: Registry, { graph, layout, ...rest }: Draft): GraphView => ({
  graph,
  layout,
  ...sceneryOf(rest),
  ports: Object.fromEntries(graph.nodes.map((node) => [node.id, portsOf(types, node, graph)])),
});

/** Params that are damaged may have no ports any more; then the edges tell which there were. */
function portsOf(types: Registry, node: GraphNode, { edges }: Graph): readonly Port[] {
  const type = types.get(node.type);
  try {
    if (type) return type.ports(upgrade(type, node));
  } catch {
    // A draft may hold anything; its problems are listed beside it.
  }
  return edges.filter(({ from }) => from === node.id).map(({ port }) => ({ id: port, label: port }));
}

export const versionSummary = (
  { flow, version, name, publishedAt, publishedBy, note }: FlowVersion,
  { live }: FlowRecord,
): VersionSummary => ({
  flow,
  version,
  name,
  publishedAt,
  ...(publishedBy && { publishedBy }),
  ...(note !== undefined && { note }),
  live: version === live,
});
