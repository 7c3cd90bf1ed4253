import type { Draft } from '../../nodes/contract/flow.ts';
import type { FlowView } from '../../server/api/contract.ts';

/** What is edited: a flow's draft with what the flow is called. Every edit makes a new one. */
export interface FlowDocument extends Draft {
  readonly name: string;
  readonly description?: string;
  readonly labels?: readonly string[];
}

/** The document that the server has of a flow. */
export function documentOf({ name, description, labels, draft }: FlowView): FlowDocument {
  const { ports: _, ...rest } = draft;
  return {
    name,
    ...(description !== undefined && { description }),
    ...(labels && { labels }),
    ...rest,
  };
}

/** The document as a flow file, which is what the API reads. Without its `spec` it is read as today's form. */
export function fileOf({ graph, ...rest }: FlowDocument): object {
  const { nodes, edges, onFailure } = graph;
  return { ...rest, nodes, edges, ...(onFailure && { onFailure }) };
}
