import type { Port } from '../../../../nodes/contract/node-type.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import type { Code } from '../codes.ts';
import { type Problem, problem } from '../problem.ts';
import { portName, type Survey, type SurveyedNode } from '../survey.ts';

/**
 * Ways out that lead nowhere. One way out that is left open is an end, and so are those meant for it; but of several
 * ways one was probably forgotten. Whether an open *window closed* matters is a question of time: see `window`.
 */
export const findOpenPorts = (flow: Survey): readonly Problem[] =>
  flow.nodes.flatMap((node) => {
    if (!node.ports || !flow.reachable.has(node.id)) return [];
    const drawn = new Set(flow.edgesFrom.get(node.id)?.map(({ port }) => port));
    const ordinary = [...node.ports.values()].filter((port) => port.when === undefined);
    return [...node.ports.values()]
      .filter(({ id }) => !drawn.has(id))
      .flatMap((port) => openPort(flow, node, port, ordinary.length > 1));
  });

/** Where a flow begins, one way out that is left open means that nobody ever gets an answer. */
const MUTE =
  'The flow begins at {node} and ends right there, so nobody gets an answer. Draw a line to the first box.';

function openPort(
  flow: Survey,
  { id, name, trigger }: SurveyedNode,
  port: Port,
  several: boolean,
): readonly Problem[] {
  const matters = {
    failed: !rescued(flow),
    silence: true,
    ordinary: several || trigger !== undefined,
    done: false,
    window: false,
  }[port.when ?? 'ordinary'];
  const meaning = MEANINGS[port.when ?? 'ordinary'];
  if (!matters || !meaning) return [];
  return [
    problem(meaning.code, say(trigger ? MUTE : meaning.says, { node: name, port: portName(port) }), {
      node: id,
      port: port.id,
    }),
  ];
}

/** What becomes of a conversation that leaves by a port that leads nowhere. */
const MEANINGS: { readonly [when: string]: { readonly code: Code; readonly says: string } } = {
  failed: {
    code: 'failure-unhandled',
    says: '{node} leads nowhere by {port}: the flow then ends as failed, and the conversation waits for an agent. Draw a line to what should happen.',
  },
  silence: {
    code: 'silence-unhandled',
    says: '{node} leads nowhere by {port}: the flow then ends without a word. Draw a line to what should happen.',
  },
  ordinary: {
    code: 'port-unconnected',
    says: '{node} leads nowhere by {port}: the flow then ends there. Draw a line to the next box, or to an "End" if that is meant.',
  },
};

/** The author has said already what becomes of a conversation when this flow fails. */
const rescued = ({ graph: { onFailure } }: Survey): boolean =>
  (onFailure?.flow ?? onFailure?.team) !== undefined;
