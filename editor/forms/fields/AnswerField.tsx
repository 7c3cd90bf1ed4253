import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { variableFor } from '../model/answer-paths.ts';
import { AnswerTrial } from '../parts/AnswerTrial.tsx';
import { CardsField } from './CardsField.tsx';
import { RawField } from './RawField.tsx';

/** Parts of an answer, each for a variable: picked by calling once and clicking what is wanted. */
export function AnswerField(props: FieldProps) {
  const { path, value } = props;
  const { set, isReadOnly } = useForm();
  if (value !== undefined && !Array.isArray(value)) return <RawField {...props} />;
  const rows = (value ?? []) as readonly Json[];
  const textsAt = (key: string) =>
    rows.flatMap((row) => (isObject(row) && typeof row[key] === 'string' ? [row[key]] : []));
  return (
    <>
      {!isReadOnly && (
        <AnswerTrial
          taken={textsAt('path')}
          take={(part) => {
            if (textsAt('path').includes(part)) return;
            set(path, [...rows, { name: variableFor(part, textsAt('name')), path: part }], 'deed');
          }}
        />
      )}
      <CardsField {...props} />
    </>
  );
}
