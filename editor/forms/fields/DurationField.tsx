import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { DURATION_UNITS, type DurationParts, durationParts, durationText } from '../model/duration-parts.ts';
import { sampleOf } from '../parts/sample-of.ts';
import { formTexts } from '../texts/form-texts.ts';

/** A length of time: how many of which unit. */
export function DurationField({ schema, path, value, isRequired }: FieldProps) {
  const { set, isReadOnly } = useForm();
  const text = typeof value === 'string' ? value : '';
  const parts = durationParts(text);
  const id = useFieldId(path);
  const invalid = useInvalid(path);
  const isOdd = text !== '' && !parts;
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      {isOdd ? (
        <TextInput
          id={id}
          value={text}
          readOnly={isReadOnly}
          onChange={({ currentTarget }) => set(path, currentTarget.value)}
          {...invalid}
        />
      ) : (
        <Parts
          id={id}
          parts={parts}
          usual={durationParts(sampleOf(schema))}
          isReadOnly={isReadOnly}
          invalid={invalid}
          take={(next) => set(path, next ? durationText(next) : isRequired ? '' : undefined)}
        />
      )}
    </FieldFrame>
  );
}

interface PartsProps {
  readonly id: string;
  readonly parts: DurationParts | undefined;
  readonly usual: DurationParts | undefined;
  readonly isReadOnly: boolean;
  readonly invalid: object;
  take(parts: DurationParts | undefined): void;
}

const TEXT_OF = { s: 'seconds', m: 'minutes', h: 'hours', d: 'days' } as const;

function Parts({ id, parts, usual = { amount: 1, unit: 'h' }, isReadOnly, invalid, take }: PartsProps) {
  const t = useTexts(formTexts);
  const unit = parts?.unit ?? usual.unit;
  return (
    <div className="duration">
      <NumberInput
        id={id}
        value={parts?.amount ?? ''}
        placeholder={String(usual.amount)}
        min={1}
        max={999_999}
        allowDecimal={false}
        readOnly={isReadOnly}
        {...invalid}
        onChange={(amount) => {
          if (amount === '') take(undefined);
          else if (typeof amount === 'number' && amount > 0) take({ amount, unit });
        }}
      />
      <Select
        aria-label={t('unit')}
        data={DURATION_UNITS.map((one) => ({
          value: one,
          label: t(TEXT_OF[one], { n: parts?.amount ?? usual.amount }),
        }))}
        value={unit}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(next) => {
          const chosen = DURATION_UNITS.find((one) => one === next);
          if (chosen) take({ amount: parts?.amount ?? usual.amount, unit: chosen });
        }}
      />
    </div>
  );
}
