import { NumberInput } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { sampleOf } from '../parts/sample-of.ts';
import { formTexts } from '../texts/form-texts.ts';

/** A number, whole or not. */
export function NumberField({ schema, path, value, isRequired }: FieldProps) {
  const t = useTexts(formTexts);
  const { set, isReadOnly } = useForm();
  if (schema.type !== 'number' && schema.type !== 'integer') return null;
  const { minimum, maximum, default: usual } = schema;
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <Input
        {...{ path, value, isReadOnly }}
        isWhole={schema.type === 'integer'}
        bounds={{
          ...(minimum !== undefined && { min: minimum }),
          ...(maximum !== undefined && { max: maximum }),
        }}
        placeholder={usual === undefined ? sampleOf(schema) : t('usually', { value: usual })}
        take={(number) => set(path, number)}
      />
    </FieldFrame>
  );
}

interface InputProps {
  readonly path: string;
  readonly value: FieldProps['value'];
  readonly isReadOnly: boolean;
  readonly isWhole: boolean;
  readonly bounds: { readonly min?: number; readonly max?: number };
  readonly placeholder: string;
  take(number: number | undefined): void;
}

const Input = ({ path, value, isReadOnly, isWhole, bounds, placeholder, take }: InputProps) => (
  <NumberInput
    id={useFieldId(path)}
    value={typeof value === 'number' ? value : ''}
    readOnly={isReadOnly}
    allowDecimal={!isWhole}
    clampBehavior="none"
    placeholder={placeholder}
    {...bounds}
    {...useInvalid(path)}
    onChange={(next) => {
      if (typeof next === 'number') take(next);
      else if (next === '') take(undefined);
    }}
  />
);
