import type { Edge } from '../../../../nodes/contract/flow.ts';
import { quoted, say } from '../../../../nodes/contract/sentence.ts';
import { type Fix, fix, type Problem, problem } from '../problem.ts';
import { portName, type Survey } from '../survey.ts';

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
      say('A line leads to {to} from a box "{from}" that is not there; remove the line.', {
        to: to?.name ?? quoted(edge.to),
        from: edge.from,
      }),
      to ? { node: edge.to } : {},
      removal(edge),
    );
  if (!to)
    return problem(
      'edge-to-nowhere',
      say(
        'A line leads from {from} to a box "{to}" that is not there; remove it, or draw it to another box.',
        {
          from: from.name,
          to: edge.to,
        },
      ),
      where,
      removal(edge),
    );
  if (to.type?.trigger)
    return problem(
      'edge-into-trigger',
      say(
        'A line leads from {from} into {to}, but a flow only begins there; draw it to the box after that.',
        {
          from: from.name,
          to: to.name,
        },
      ),
      where,
      removal(edge),
    );
  if (from.ports && !from.ports.has(edge.port))
    return problem(
      'port-missing',
      say('A line leaves {from} by "{port}", a way out that it does not have (any more); remove the line.', {
        from: from.name,
        port: edge.port,
      }),
      where,
      removal(edge),
    );
  return undefined;
}

function drawnTwice({ byId }: Survey, edge: Edge): Problem {
  const from = byId.get(edge.from);
  return problem(
    'port-drawn-twice',
    say('Two lines leave {from} by {port}, but a conversation can only go one way; remove one of them.', {
      from: from?.name ?? quoted(edge.from),
      port: portName(from?.ports?.get(edge.port), edge.port),
    }),
    { node: edge.from, port: edge.port },
    removal(edge),
  );
}

const removal = (edge: Edge): Fix => fix(say('Remove the line'), { type: 'removeEdge', edge });
