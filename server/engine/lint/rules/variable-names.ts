import { formats } from '../../../../nodes/contract/formats.ts';
import { say } from '../../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';
import { namesIn } from '../variables.ts';

/** Variables whose name texts and conditions could not read, or would take for something else. */
export const findBadNames = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap(({ id, name, values }) =>
    namesIn(values)
      .filter(({ variable }) => !formats.variable(variable))
      .map(({ variable, path }) =>
        isWellFormed(variable)
          ? problem(
              'variable-reserved',
              say(
                '{node} sets a variable called "{variable}", but that name has a meaning already; choose another.',
                {
                  node: name,
                  variable,
                },
              ),
              { node: id, field: path },
            )
          : problem(
              'variable-malformed',
              say(
                '{node} sets a variable called "{variable}", but names have only the letters a to z, digits and "_", and begin with a letter; choose another.',
                { node: name, variable },
              ),
              { node: id, field: path },
            ),
      ),
  );

const isWellFormed = (variable: string): boolean => /^[A-Za-z_]\w{0,63}$/.test(variable);
