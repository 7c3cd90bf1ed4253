import type { JsonObject } from '../../nodes/contract/json.ts';
import { useTexts } from '../lib/language.tsx';
import { useForm } from './FormContext.tsx';
import { RawField } from './fields/RawField.tsx';
import { inside } from './model/shape.ts';
import { formTexts } from './texts/form-texts.ts';

/** Settings that the schema does not know: kept, shown as they are, and taken away only by hand. */
export function Strays({ path, values }: { readonly path: string; readonly values: JsonObject }) {
  const t = useTexts(formTexts);
  const { isReadOnly } = useForm();
  const names = Object.keys(values);
  if (names.length === 0) return null;
  return (
    <section className="strays">
      <h4>{t('strays')}</h4>
      <p>{t(isReadOnly ? 'straysKept' : 'straysWhy')}</p>
      {names.map((name) => (
        <RawField
          key={name}
          schema={{ title: name, format: 'json' }}
          path={inside(path, name)}
          value={values[name]}
          isRequired={false}
          isStray
        />
      ))}
    </section>
  );
}
