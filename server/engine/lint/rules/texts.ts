import { say } from '../../../../nodes/contract/sentence.ts';
import type { Code } from '../codes.ts';
import { type Problem, problem } from '../problem.ts';
import type { Survey } from '../survey.ts';
import type { TextReading } from '../texts.ts';
import { fieldName } from '../walk-params.ts';

const CODE: { readonly [language in TextReading['language']]: Code } = {
  template: 'template-invalid',
  condition: 'condition-invalid',
  pattern: 'pattern-invalid',
};

/** Conditions say "uses an unknown operator"; the others only name what stopped them. */
const SAYS: { readonly [language in TextReading['language']]: string } = {
  template: 'In {node}, {field} cannot be read, because of its braces: {why}.',
  condition: 'In {node}, {field} {why}.',
  pattern: 'In {node}, {field} cannot be read as a pattern: {why}.',
};

/** Templates, conditions and patterns that cannot be read. */
export const findBadTexts = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap(({ id, name, type, texts }) =>
    texts().flatMap(({ path, language, mistake }) =>
      mistake === undefined || !type
        ? []
        : [
            problem(
              CODE[language],
              say(SAYS[language], { node: name, field: fieldName(type.params, path), why: mistake }),
              { node: id, field: path },
            ),
          ],
    ),
  );
