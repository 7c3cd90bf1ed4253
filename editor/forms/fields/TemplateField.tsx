import { FieldFrame, useFieldId } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { Counter } from '../parts/Counter.tsx';
import { sampleOf } from '../parts/sample-of.ts';
import { TemplateInput } from '../parts/TemplateInput.tsx';
import { emptied } from './TextField.tsx';

/** What is longer than this needs lines. */
const ONE_LINE = 300;

/** A text with variables in it, which no contact reads as it is: an address, a header, a value. */
export function TemplateField({ schema, path, value, isRequired }: FieldProps) {
  const { set } = useForm();
  const text = typeof value === 'string' ? value : '';
  const most = 'maxLength' in schema ? schema.maxLength : undefined;
  const isLong = most !== undefined && most > 2500;
  return (
    <FieldFrame
      schema={schema}
      path={path}
      isRequired={isRequired}
      aside={<Counter text={text} most={most} />}
    >
      <TemplateInput
        id={useFieldId(path)}
        path={path}
        text={text}
        placeholder={sampleOf(schema)}
        rows={isLong ? 3 : 1}
        isOneLine={(most ?? ONE_LINE) <= ONE_LINE}
        change={(next) => set(path, emptied(next, isRequired))}
      />
    </FieldFrame>
  );
}
