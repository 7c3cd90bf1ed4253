import { SegmentedControl, Select } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { formTexts } from '../texts/form-texts.ts';

/** What fits beside each other in the panel, in letters. */
const ROOM = 34;

/** One of several values. */
export function ChoiceField({ schema, path, value, isRequired }: FieldProps) {
  const t = useTexts(formTexts);
  const { set, isReadOnly } = useForm();
  const id = useFieldId(path);
  const invalid = useInvalid(path);
  if (schema.type !== 'string' || !schema.enum) return null;
  const { enum: values, default: usual } = schema;
  const chosen = typeof value === 'string' ? value : usual;
  const known = values.map((one) => ({ value: one, label: labelOf(schema, one) }));
  // A value that is not offered is shown all the same: what is there is never hidden.
  const isStrange = chosen !== undefined && !values.includes(chosen);
  const data = isStrange ? [...known, { value: chosen, label: t('strange', { value: chosen }) }] : known;
  const isShort = data.length <= 4 && data.reduce((sum, { label }) => sum + [...label].length, 0) <= ROOM;
  const take = (next: string | null) => set(path, next ?? undefined, 'deed');
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isGroup={isShort}>
      {isShort && chosen !== undefined ? (
        <SegmentedControl
          fullWidth
          data={data}
          value={chosen}
          disabled={isReadOnly}
          onChange={take}
          aria-labelledby={`${id}-label`}
        />
      ) : (
        <Select
          id={id}
          data={data}
          value={chosen ?? null}
          disabled={isReadOnly}
          placeholder={t('choose')}
          allowDeselect={!isRequired && usual === undefined}
          onChange={take}
          {...invalid}
        />
      )}
    </FieldFrame>
  );
}

/** What people read for a value. */
function labelOf(schema: object, value: string): string {
  const labels: unknown = 'labels' in schema ? schema.labels : undefined;
  const label: unknown =
    typeof labels === 'object' && labels !== null ? Reflect.get(labels, value) : undefined;
  return typeof label === 'string' ? label : value;
}
