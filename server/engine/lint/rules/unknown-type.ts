import { currentVersion } from '../../../../nodes/contract/registry.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { fix, type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';

/** Nodes whose type this Sluice does not have, or not in that version. */
export const findUnknownTypes = ({ nodes }: Survey): readonly Problem[] => nodes.flatMap(findUnknownType);

function findUnknownType({ id, name, node, type, state }: SurveyedNode): readonly Problem[] {
  if (state === 'unknownType')
    return [
      problem(
        'unknown-node-type',
        say(
          '{node} is of a kind ("{type}") that this Sluice does not have; remove it, or install what it needs.',
          {
            node: name,
            type: node.type,
          },
        ),
        { node: id },
        fix(say('Remove {what}', { what: name }), { type: 'removeNode', node: id }),
      ),
    ];
  if (state === 'tooNew' && type)
    return [
      problem(
        'node-too-new',
        say(
          '{node} was made by a newer Sluice: its settings are of version {v}, and this one knows up to {known}. Upgrade Sluice, or set the box up anew.',
          { node: name, v: node.v, known: currentVersion(type) },
        ),
        { node: id },
      ),
    ];
  if (state === 'tooDamaged')
    return [
      problem(
        'upgrade-failed',
        say(
          'The settings of {node} are of an older kind and too damaged to be brought up to date; set the box up anew.',
          { node: name },
        ),
        { node: id },
      ),
    ];
  return [];
}
