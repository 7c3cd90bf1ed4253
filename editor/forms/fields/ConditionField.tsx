import { Button } from '@mantine/core';
import { IconCode, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { readCondition } from '../model/condition/read-condition.ts';
import { writeCondition } from '../model/condition/write-condition.ts';
import { ConditionRows } from '../parts/ConditionRows.tsx';
import { conditionTexts } from '../texts/condition-texts.ts';
import { JsonText } from './RawField.tsx';

/** A condition, as rows that everybody can read; what rows cannot say is shown as it is written, and kept. */
export function ConditionField({ schema, path, value, isRequired }: FieldProps) {
  const t = useTexts(conditionTexts);
  const { set, isReadOnly } = useForm();
  const id = useFieldId(path);
  const [isRawWished, setRaw] = useState(false);
  const group = readCondition(value);
  const isRaw = isRawWished || !group;
  return (
    <FieldFrame
      schema={schema}
      path={path}
      isRequired={isRequired}
      isGroup={!isRaw}
      isWhole
      aside={
        group && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={isRaw ? <IconListCheck size={14} aria-hidden /> : <IconCode size={14} aria-hidden />}
            onClick={() => setRaw(!isRaw)}
          >
            {t(isRaw ? 'asRows' : 'asCode')}
          </Button>
        )
      }
    >
      {!group && <p className="field-note">{t('tooMuch')}</p>}
      {isRaw ? (
        <JsonText id={id} value={value ?? null} isReadOnly={isReadOnly} take={(next) => set(path, next)} />
      ) : (
        <ConditionRows
          group={group}
          depth={0}
          isOptional={!isRequired}
          change={(next, how) => {
            const isGone = next.parts.length === 0 && !isRequired;
            set(path, isGone ? undefined : writeCondition(next), how);
          }}
        />
      )}
    </FieldFrame>
  );
}
