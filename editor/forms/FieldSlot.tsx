import { useForm } from './FormContext.tsx';
import type { FieldProps } from './field-props.ts';
import { RawField } from './fields/RawField.tsx';
import { hintPath, isDrawable } from './model/shape.ts';

/** The place of one field: draws the one that fits its schema, or the value as it is where none does. */
export function FieldSlot(props: FieldProps) {
  const { hints, fieldFor } = useForm();
  if (!isDrawable(props.schema, props.value)) return <RawField {...props} />;
  const Field = fieldFor(props.schema, hints.fields?.[hintPath(props.path)]);
  return <Field {...props} />;
}
