import { FieldFrame, useFieldId } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { JsonText } from './RawField.tsx';

/** Any value, written as JSON. */
export function CodeField({ schema, path, value, isRequired }: FieldProps) {
  const { set, isReadOnly } = useForm();
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isWhole>
      <JsonText
        id={useFieldId(path)}
        value={value ?? null}
        isReadOnly={isReadOnly}
        take={(next) => set(path, next)}
      />
    </FieldFrame>
  );
}
