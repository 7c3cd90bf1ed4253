import type { Remark } from '../../../../nodes/contract/node-type.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/** What the node's own type has to say about its settings. */
export const findRemarks = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap((node) => remarksOf(node).map((remark) => toProblem(node, remark)));

function remarksOf({ type, state, node, texts }: SurveyedNode): readonly Remark[] {
  if (state !== 'sound' || !type?.check) return [];
  const told = new Set(texts().flatMap(({ path, mistake }) => (mistake === undefined ? [] : [path])));
  return type.check(node.params).filter(({ field }) => !told.has(field));
}

const toProblem = ({ id, name }: SurveyedNode, { field, sentence, severity }: Remark): Problem =>
  problem(
    severity === 'error' ? 'settings-rejected' : 'settings-doubtful',
    say('In {node}: {remark}.', { node: name, remark: sentence }),
    { node: id, field },
  );
