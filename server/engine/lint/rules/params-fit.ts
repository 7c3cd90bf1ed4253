import { say } from '../../../../nodes/contract/sentence.ts';
import type { Misfit } from '../misfits.ts';
import { type Fix, fix, type Problem, problem } from '../problem.ts';
import type { Survey, SurveyedNode } from '../survey.ts';
import { fieldName, schemaAt, valueName } from '../walk-params.ts';

/** Settings that the schema of the node's type does not accept. */
export const findMisfitParams = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap((node) =>
    node.misfits.map((misfit) =>
      problem(
        'params-invalid',
        say('In {node}, {misfit}.', { node: node.name, misfit: misfit.says }),
        { node: node.id, field: misfit.path },
        fixFor(node, misfit),
      ),
    ),
  );

function fixFor({ id, type }: SurveyedNode, { path, stray }: Misfit): Fix | undefined {
  if (!type) return undefined;
  const field = fieldName(type.params, path);
  if (stray) return fix(say('Remove {what}', { what: field }), { type: 'removeParam', node: id, path });
  const schema = schemaAt(type.params, path);
  const usual = schema && 'default' in schema ? schema.default : undefined;
  return !schema || usual === undefined
    ? undefined
    : fix(say('Set {field} to {value}', { field, value: valueName(schema, usual) }), {
        type: 'setParam',
        node: id,
        path,
        value: usual,
      });
}
