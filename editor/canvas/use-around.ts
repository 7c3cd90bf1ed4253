import { useMemo } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import type { NodeWords } from '../lib/node-words.ts';
import { useNodeWords } from '../lib/use-node-words.ts';
import type { Around, Trouble } from './to-xyflow.ts';
import { useThingNames } from './use-thing-names.ts';
import { useTypes } from './use-types.ts';

/** What boxes say besides the graph, in the language of whoever looks: the one place that asks for the words of types. */
export function useAround(): Around {
  const types = useTypes();
  const words = useNodeWords();
  const problems = useDesk((desk) => desk.flow.problems);
  const isVersion = useDesk((desk) => (desk.compared ?? desk.version) !== undefined);
  const nodes = useDesk(({ document, version }) => (version ?? document).graph.nodes);
  const named = useThingNames(nodes, types);
  return useMemo(() => {
    const found = troubles(isVersion ? [] : problems, words);
    return {
      title: (type) => types.get(type)?.title ?? type,
      isTrigger: (type) => types.get(type)?.isTrigger ?? false,
      summary: (node) => words.summaryOf(node.type, named(node)),
      portLabel: words.portLabel,
      trouble: (node) => found.get(node),
    };
  }, [types, problems, isVersion, words, named]);
}

/** What is wrong with each node, in short; a mistake is told before a hint. */
function troubles(problems: FlowView['problems'], { say }: NodeWords): ReadonlyMap<string, Trouble> {
  const found = new Map<string, Trouble>();
  for (const { node = '', severity, sentence } of problems) {
    const message = say(sentence);
    const { isError = false, says = message, count = 0 } = found.get(node) ?? {};
    const isWorse = severity === 'error' && !isError;
    found.set(node, {
      isError: isError || isWorse,
      says: isWorse ? message : says,
      count: count + 1,
    });
  }
  return found;
}
