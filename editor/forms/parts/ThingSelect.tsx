import { Button, Select } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import type { Resource } from '../../lib/resource.ts';
import { useFieldId, useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { thingTexts } from '../texts/thing-texts.ts';
import type { Thing } from '../use-things.ts';

interface ThingSelectProps extends FieldProps {
  readonly things: Resource<readonly Thing[]>;
  /** What to say of a thing besides its name. */
  mark?(thing: Thing): string;
}

/** Chooses one thing of the workspace. One that is gone is shown as gone, and stays chosen until another is. */
export function ThingSelect({ path, value, isRequired, things, mark }: ThingSelectProps) {
  const t = useTexts(thingTexts);
  const { set, isReadOnly } = useForm();
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const known = (things.data ?? []).map((thing) => {
    const says = mark?.(thing) ?? '';
    return { value: thing.id, label: says === '' ? thing.name : `${thing.name} (${says})` };
  });
  const isGone = chosen !== null && things.data !== undefined && !known.some((one) => one.value === chosen);
  const isUnread = chosen !== null && things.data === undefined;
  const extra = isGone
    ? [{ value: chosen, label: t('gone', { id: chosen }) }]
    : isUnread
      ? [{ value: chosen, label: chosen }]
      : [];
  return (
    <>
      <Select
        id={useFieldId(path)}
        data={[...known, ...extra]}
        value={chosen}
        searchable={known.length > 6}
        clearable={!isRequired}
        disabled={isReadOnly}
        placeholder={things.data?.length === 0 ? t('noneThere') : t('choose')}
        nothingFoundMessage={t('nothingFound')}
        {...useInvalid(path)}
        onChange={(next) => set(path, next ?? (isRequired ? '' : undefined), 'deed')}
      />
      {things.error && !things.data && (
        <p className="field-note bad" role="alert">
          {t('notLoaded')}{' '}
          <Button size="compact-xs" variant="light" color="red" onClick={() => things.reload()}>
            {t('again')}
          </Button>
        </p>
      )}
    </>
  );
}
