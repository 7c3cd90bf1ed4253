import { MultiSelect } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { thingTexts } from '../texts/thing-texts.ts';
import { type ThingKind, useThings } from '../use-things.ts';

/** Several things of the workspace; none means any. */
export function ThingsField({
  schema,
  path,
  value,
  isRequired,
  kind,
}: FieldProps & { readonly kind: ThingKind }) {
  const t = useTexts(thingTexts);
  const { set, isReadOnly } = useForm();
  const things = useThings(kind);
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const known = (things.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const gone = chosen
    .filter((id) => !known.some((one) => one.value === id))
    .map((id) => ({ value: id, label: things.data ? t('gone', { id }) : id }));
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isWhole>
      <MultiSelect
        id={useFieldId(path)}
        data={[...known, ...gone]}
        value={chosen}
        disabled={isReadOnly}
        placeholder={chosen.length === 0 ? t('any') : ''}
        {...useInvalid(path)}
        onChange={(next) => set(path, next.length === 0 && !isRequired ? undefined : next, 'deed')}
      />
    </FieldFrame>
  );
}
