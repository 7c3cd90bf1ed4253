import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Json } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { freshValue, isNamed } from '../model/shape.ts';
import { AddByName } from '../parts/AddByName.tsx';
import { Cards } from '../parts/Cards.tsx';
import { formTexts } from '../texts/form-texts.ts';

/** A list of things with several settings each: cards that can be added, moved, doubled and taken away. */
export function CardsField({ schema, path, value, isRequired }: FieldProps) {
  const t = useTexts(formTexts);
  const { set, isReadOnly } = useForm();
  if (schema.type !== 'array') return null;
  const list = Array.isArray(value) ? (value as readonly Json[]) : [];
  const put = (next: readonly Json[]) =>
    set(path, next.length === 0 && !isRequired ? undefined : next, 'deed');
  const isFull = schema.maxItems !== undefined && list.length >= schema.maxItems;
  return (
    <FieldFrame
      schema={schema}
      path={path}
      isRequired={isRequired}
      isGroup
      aside={list.length > 1 && <span className="counter">{list.length}</span>}
    >
      <Cards path={path} items={schema.items} list={list} put={put} least={schema.minItems ?? 0} />
      {!isReadOnly &&
        !isFull &&
        (isNamed(schema.items) ? (
          <AddByName list={list} items={schema.items} add={(made) => put([...list, ...made])} />
        ) : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => put([...list, freshValue(schema.items)])}
          >
            {t('add')}
          </Button>
        ))}
      {isFull && <p className="field-help">{t('full', { n: list.length })}</p>}
    </FieldFrame>
  );
}
