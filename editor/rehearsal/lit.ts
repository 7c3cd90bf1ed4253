import type { Graph } from '../../nodes/contract/flow.ts';
import type { Rehearsal } from '../../server/api/contract.ts';
import { edgeName, type Marks } from '../desk/desk.ts';

type Step = Rehearsal['steps'][number];

/** The nodes and edges of one flow that a step went through, and the way on which it came in from the step before. */
export function litBy(flow: string, { edges }: Graph, step: Step | undefined): NonNullable<Marks['lit']> {
  const passed = (step?.happened ?? [])
    .flatMap(({ path }) => path)
    .filter((passage) => passage.flow.id === flow);
  const nodes = new Set(passed.map(({ node }) => node));
  const ways = passed.flatMap(({ node, port }) =>
    edges.some((edge) => edge.from === node && edge.port === port) ? [edgeName(node, port ?? '')] : [],
  );
  return { nodes, edges: new Set(ways) };
}

/** Where a step came to rest in a flow, to be led to. */
export const restOf = (flow: string, step: Step | undefined): string | undefined =>
  step?.happened.flatMap(({ path }) => path).findLast((passage) => passage.flow.id === flow)?.node;
