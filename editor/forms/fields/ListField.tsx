import { TagsInput } from '@mantine/core';
import type { Json } from '../../../nodes/contract/json.ts';
import type { Schema } from '../../../nodes/contract/schema.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { formatOf } from '../model/shape.ts';
import { sampleOf } from '../parts/sample-of.ts';
import { formTexts } from '../texts/form-texts.ts';
import { useTags } from '../use-tags.ts';
import { RawField } from './RawField.tsx';
import { ThingsField } from './ThingsField.tsx';

/** A list of short texts, each a chip. */
export function ListField(props: FieldProps) {
  const { schema, path, value, isRequired } = props;
  const items = schema.type === 'array' ? schema.items : undefined;
  if (!items || !isTexts(value)) return <RawField {...props} />;
  if (formatOf(items) === 'number') return <ThingsField {...props} kind="number" />;
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isWhole>
      <Chips path={path} texts={value ?? []} items={items} isRequired={isRequired} />
    </FieldFrame>
  );
}

const isTexts = (value: Json | undefined): value is readonly string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

interface ChipsProps {
  readonly path: string;
  readonly texts: readonly string[];
  readonly items: Schema;
  readonly isRequired: boolean;
}

/** The chips of a list, with those that exist already as suggestions where they are tags. */
export function Chips({ path, texts, items, isRequired }: ChipsProps) {
  const t = useTexts(formTexts);
  const { set, isReadOnly } = useForm();
  const isTag = formatOf(items) === 'tag' || /^(add|remove)$/.test(path);
  const tags = useTags(isTag);
  return (
    <TagsInput
      id={useFieldId(path)}
      value={[...texts]}
      data={tags}
      readOnly={isReadOnly}
      splitChars={formatOf(items) === 'keyword' && texts.every((text) => !/[\\{[(]/.test(text)) ? [','] : []}
      placeholder={texts.length === 0 ? sampleOf(items) || t('typeAndEnter') : t('another')}
      {...useInvalid(path)}
      onChange={(next) => set(path, next.length === 0 && !isRequired ? undefined : next, 'deed')}
    />
  );
}
