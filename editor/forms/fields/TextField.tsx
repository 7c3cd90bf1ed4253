import { TextInput } from '@mantine/core';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { Counter } from '../parts/Counter.tsx';
import { sampleOf } from '../parts/sample-of.ts';

/** A short text. */
export function TextField({ schema, path, value, isRequired }: FieldProps) {
  const { set, isReadOnly } = useForm();
  const text = typeof value === 'string' ? value : '';
  const most = 'maxLength' in schema ? schema.maxLength : undefined;
  return (
    <FieldFrame
      schema={schema}
      path={path}
      isRequired={isRequired}
      aside={<Counter text={text} most={most} />}
    >
      <TextInput
        id={useFieldId(path)}
        value={text}
        placeholder={sampleOf(schema)}
        readOnly={isReadOnly}
        {...useInvalid(path)}
        onChange={({ currentTarget }) => set(path, emptied(currentTarget.value, isRequired))}
      />
    </FieldFrame>
  );
}

/** A text that may be left out is taken away when nothing is left of it. */
export const emptied = (text: string, isRequired: boolean): string | undefined =>
  text === '' && !isRequired ? undefined : text;
