import type { Port } from '../../../../nodes/contract/node-type.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { WINDOW_MS } from '../../../../nodes/contract/window.ts';
import { type Pause, pauseOf } from '../pauses.ts';
import { type Problem, problem } from '../problem.ts';
import { portName, type Survey, type SurveyedNode } from '../survey.ts';

/** Nodes that may want to say something when WhatsApp allows only templates, and have neither template nor way out for that. */
export function findClosedWindows(flow: Survey): readonly Problem[] {
  const pauses = new Map(flow.nodes.map((node) => [node.id, pauseOf(node)]));
  const silent = longestSilence(flow, pauses);
  return flow.nodes.flatMap((node): readonly Problem[] => {
    const port = windowPortOf(node.ports);
    const arrived = silent.get(node.id);
    if (!port || arrived === undefined || isDrawn(flow, node, port.id)) return [];
    if (arrived + (pauses.get(node.id)?.untilLastWord ?? 0) < WINDOW_MS) return [];
    return [
      problem(
        'window-may-close',
        say(
          'When {node} writes, the contact may have been silent for 24 hours, and then WhatsApp delivers only approved templates; choose a template for that case, or draw a line from {port}.',
          { node: node.name, port: portName(port) },
        ),
        { node: node.id, port: port.id },
      ),
    ];
  });
}

const windowPortOf = (ports: SurveyedNode['ports']): Port | undefined =>
  ports?.values().find(({ when }) => when === 'window');

const isDrawn = ({ edgesFrom }: Survey, { id }: SurveyedNode, port: string): boolean =>
  edgesFrom.get(id)?.some((edge) => edge.port === port) ?? false;

/** For each node that a trigger leads to, how long the contact may have been silent on arrival: up to 24 hours. */
function longestSilence(
  { nodes, byId, edgesFrom }: Survey,
  pauses: ReadonlyMap<string, Pause>,
): ReadonlyMap<string, number> {
  const silent = new Map<string, number>();
  const waiting: string[] = [];
  const visits = new Map<string, number>();
  const arrive = (id: string, ms: number): void => {
    if (ms <= (silent.get(id) ?? -1) || !byId.has(id)) return;
    const round = (visits.get(id) ?? 0) + 1;
    visits.set(id, round);
    // Longer at every visit: a circle of waits, in which any time may pass.
    silent.set(id, round > nodes.length ? WINDOW_MS : Math.min(ms, WINDOW_MS));
    waiting.push(id);
  };
  // A trigger fires when the contact writes.
  for (const { id, type } of nodes) if (type?.trigger) arrive(id, 0);
  for (const id of waiting)
    for (const { port, to } of edgesFrom.get(id) ?? [])
      arrive(to, afterwards(silent.get(id) ?? 0, byId.get(id)?.ports, port, pauses.get(id)));
  return silent;
}

function afterwards(
  arrived: number,
  ports: SurveyedNode['ports'],
  by: string,
  pause: Pause | undefined,
): number {
  const port = ports?.get(by);
  if (!port || !pause) return arrived;
  const more = pause.whenLeaving(port);
  if (more === undefined) return 0;
  // Who could have found the window closed, and leaves otherwise, has found it open.
  const wasOpen = port.when !== 'window' && windowPortOf(ports) !== undefined;
  return (wasOpen ? Math.min(arrived, WINDOW_MS - 1) : arrived) + more;
}
