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

/** Templates, conditions and patterns that cannot be read. */
export const findBadTexts = ({ nodes }: Survey): readonly Problem[] =>
  nodes.flatMap(({ id, name, type, texts }) =>
    texts().flatMap(({ path, language, mistake }) =>
      mistake === undefined || !type
        ? []
        : [
            problem(
              CODE[language],
              `In ${name}, ${fieldName(type.params, path)} ${says(language, mistake)}.`,
              {
                node: id,
                field: path,
              },
            ),
          ],
    ),
  );

/** Conditions say "uses an unknown operator"; the others only name what stopped them. */
const says = (language: TextReading['language'], mistake: string): string =>
  language === 'condition' ? mistake : `cannot be read as a ${NAMES[language]}: ${plain(mistake)}`;

const NAMES = { template: 'text with holes', pattern: 'pattern' } as const;

/** Without what the languages' own parsers say of themselves. */
const plain = (mistake: string): string =>
  mistake.replace('error parsing regexp: ', '').replace('`(?i)', '`').replace(/\.$/, '');
