import { TextInput } from '@mantine/core';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { emptied } from './TextField.tsx';

/** A time of day. */
export function TimeField({ schema, path, value, isRequired }: FieldProps) {
  const { set, isReadOnly } = useForm();
  const text = typeof value === 'string' ? value : '';
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <TextInput
        id={useFieldId(path)}
        type={text === '' || /^\d\d:\d\d$/.test(text) ? 'time' : 'text'}
        value={text}
        readOnly={isReadOnly}
        maw={160}
        {...useInvalid(path)}
        onChange={({ currentTarget }) => set(path, emptied(currentTarget.value, isRequired))}
      />
    </FieldFrame>
  );
}
