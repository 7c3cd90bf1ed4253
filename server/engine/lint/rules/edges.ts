import type { Edge } from '../../../../nodes/contract/flow.ts';
import { type Fix, type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';

/** Edges that lead from, to or through something that is not there. */
export function findBadEdges(flow: Survey): readonly Problem[] {
  const drawn = new Set<string>();
  return flow.graph.edges.flatMap((edge): readonly Problem[] => {
    const key = JSON.stringify([edge.from, edge.port]);
    const again = drawn.has(key);
    drawn.add(key);
    const found = misdrawn(flow, edge) ?? (again ? drawnTwice(flow, edge) : undefined);
    return found ? [found] : [];
  });
}

function misdrawn({ byId }: Survey, edge: Edge): Problem | undefined {
  const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
  const where = { node: edge.from, port: edge.port };
  if (!from)
    return problem(
      'edge-from-nowhere',
      `An edge leads to ${to?.name ?? `"${edge.to}"`} from a node "${edge.from}" that is not there.`,
      to ? { node: edge.to } : {},
      removal(edge),
    );
  if (!to)
    return problem(
      'edge-to-nowhere',
      `An edge leads from ${from.name} to a node "${edge.to}" that is not there.`,
      where,
      removal(edge),
    );
  if (to.type?.trigger)
    return problem(
      'edge-into-trigger',
      `An edge leads from ${from.name} into ${to.name}, but a flow only begins there; lead it to the node after it.`,
      where,
      removal(edge),
    );
  if (from.ports && !from.ports.has(edge.port))
    return problem(
      'port-missing',
      `An edge leaves ${from.name} by "${edge.port}", a way out that it does not have.`,
      where,
      removal(edge),
    );
  return undefined;
}

function drawnTwice({ byId }: Survey, edge: Edge): Problem {
  const from = byId.get(edge.from);
  const label = from?.ports?.get(edge.port)?.label ?? edge.port;
  return problem(
    'port-drawn-twice',
    `Two edges leave ${from?.name ?? edge.from} by "${label}", but a conversation can only go one way.`,
    { node: edge.from, port: edge.port },
    removal(edge),
  );
}

const removal = (edge: Edge): Fix => ({ label: 'Remove the edge', change: { type: 'removeEdge', edge } });
