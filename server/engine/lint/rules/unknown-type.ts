import { currentVersion } from '../../../../nodes/contract/registry.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/** Nodes whose type this Sluice does not have, or not in that version. */
export const findUnknownTypes = ({ nodes }: Survey): readonly Problem[] => nodes.flatMap(findUnknownType);

function findUnknownType({ id, name, node, type, state }: SurveyedNode): readonly Problem[] {
  if (state === 'unknownType')
    return [
      problem(
        'unknown-node-type',
        `${name} is of a kind ("${node.type}") that this Sluice does not have.`,
        { node: id },
        { label: `Remove ${name}`, change: { type: 'removeNode', node: id } },
      ),
    ];
  if (state === 'tooNew' && type)
    return [
      problem(
        'node-too-new',
        `${name} was made by a newer Sluice: its settings are of version ${node.v}, and this one knows up to ${currentVersion(type)}.`,
        { node: id },
      ),
    ];
  if (state === 'tooDamaged')
    return [
      problem(
        'upgrade-failed',
        `The settings of ${name} are of an older kind and too damaged to be brought up to date.`,
        { node: id },
      ),
    ];
  return [];
}
