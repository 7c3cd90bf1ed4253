import { isObject, type Json } from '../../../nodes/contract/json.ts';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { ChoicesPicture } from '../parts/ChoicesPicture.tsx';
import { CardsField } from './CardsField.tsx';

/** Options to choose from, with a picture of what the phone shows. */
export function OptionsField(props: FieldProps) {
  const { value: whole } = useForm();
  const options = (Array.isArray(props.value) ? (props.value as readonly Json[]) : []).filter(isObject);
  return (
    <>
      <CardsField {...props} />
      {options.length > 0 && <ChoicesPicture whole={whole} options={options} />}
    </>
  );
}
