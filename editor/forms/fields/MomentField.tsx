import { TextInput } from '@mantine/core';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { emptied } from './TextField.tsx';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** A date and time. One that names its zone is shown as it is written. */
export function MomentField({ schema, path, value, isRequired }: FieldProps) {
  const { set, isReadOnly } = useForm();
  const text = typeof value === 'string' ? value : '';
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <TextInput
        id={useFieldId(path)}
        type={text === '' || LOCAL.test(text) ? 'datetime-local' : 'text'}
        value={text}
        readOnly={isReadOnly}
        {...useInvalid(path)}
        onChange={({ currentTarget }) => set(path, emptied(currentTarget.value, isRequired))}
      />
    </FieldFrame>
  );
}
