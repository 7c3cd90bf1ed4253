import type { Draft, Edge, Graph, GraphNode, Layout, Scenery } from '../../../nodes/contract/flow.ts';

/** The form of flow files that is written today. */
export const SPEC = 2;

/** A flow as a file: what export writes, import reads, and the examples are kept in. */
export interface FlowFile extends Scenery {
  readonly spec: typeof SPEC;
  readonly name: string;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
  readonly layout: Layout;
  readonly onFailure?: NonNullable<Graph['onFailure']>;
}

/** What a flow is called and filed under: all that a file holds besides the draft. */
export type FlowTitle = Pick<FlowFile, 'name' | 'description' | 'labels'>;

export const draftOf = ({ nodes, edges, onFailure, layout, ...rest }: FlowFile): Draft => ({
  graph: { nodes, edges, ...(onFailure && { onFailure }) },
  layout,
  ...sceneryOf(rest),
});

/** The scenery of a draft, without what is empty. */
export const sceneryOf = ({ notes = [], groups = [], samples = {} }: Scenery): Scenery => ({
  ...(notes.length > 0 && { notes }),
  ...(groups.length > 0 && { groups }),
  ...(Object.keys(samples).length > 0 && { samples }),
});

export const fileOf = (title: FlowTitle, { graph, layout, ...rest }: Draft): FlowFile => ({
  spec: SPEC,
  name: title.name,
  ...(title.description !== undefined && { description: title.description }),
  ...(title.labels && { labels: title.labels }),
  nodes: graph.nodes,
  edges: graph.edges,
  layout,
  ...(graph.onFailure && { onFailure: graph.onFailure }),
  ...sceneryOf(rest),
});
