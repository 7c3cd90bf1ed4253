import { Formatted } from '../../lib/Formatted.tsx';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { withExamples } from '../model/template-tokens.ts';
import { formTexts } from '../texts/form-texts.ts';
import { exampleOf } from '../variables.ts';

/** How a text will look on the phone, with examples for its variables. */
export function PhonePreview({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: React.ReactNode;
}) {
  const t = useTexts(formTexts);
  const { around } = useForm();
  return (
    <figure className="preview" aria-label={t('onPhone')}>
      {text !== '' && (
        <div className="preview-bubble">
          <Formatted text={withExamples(text, (path) => exampleOf(around.variables, path))} />
        </div>
      )}
      {children}
    </figure>
  );
}
