import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame, useFieldId } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { freshValue } from '../model/shape.ts';
import { CodeBox } from '../parts/CodeBox.tsx';
import { formTexts } from '../texts/form-texts.ts';

/** A value that no field can draw: shown as it is, to be mended or taken away, and kept until then. */
export function RawField({ isStray = false, ...props }: FieldProps & { readonly isStray?: boolean }) {
  const { schema, path, value, isRequired } = props;
  const t = useTexts(formTexts);
  const { set, isReadOnly } = useForm();
  const id = useFieldId(path);
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired} isWhole>
      <JsonText id={id} value={value ?? null} isReadOnly={isReadOnly} take={(next) => set(path, next)} />
      {!isStray && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('odd')}
        </Text>
      )}
      {!isReadOnly && (
        <Button
          mt={4}
          size="compact-xs"
          variant="default"
          onClick={() => set(path, isRequired ? freshValue(schema) : undefined, 'deed')}
        >
          {t(isStray ? 'takeAway' : 'startAnew')}
        </Button>
      )}
    </FieldFrame>
  );
}

interface JsonTextProps {
  readonly id: string;
  readonly value: Json;
  readonly isReadOnly: boolean;
  take(value: Json): void;
}

/** A value as text; what cannot be read yet stays in the box and changes nothing. */
export function JsonText({ id, value, isReadOnly, take }: JsonTextProps) {
  const t = useTexts(formTexts);
  const shown = JSON.stringify(value, null, 2);
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string }>();
  const text = draft?.of === shown ? draft.text : shown;
  const mistake = mistakeIn(text);
  return (
    <>
      <CodeBox
        id={id}
        language="json"
        label={t('asText')}
        text={text}
        isReadOnly={isReadOnly}
        change={(next) => {
          setDraft({ of: shown, text: next });
          if (mistakeIn(next) !== undefined) return;
          const read: Json = JSON.parse(next);
          setDraft({ of: JSON.stringify(read, null, 2), text: next });
          if (JSON.stringify(read) !== JSON.stringify(value)) take(read);
        }}
      />
      {mistake !== undefined && (
        <Text size="xs" className="bad" role="alert">
          {t('notReadable', { why: mistake })}
        </Text>
      )}
    </>
  );
}

function mistakeIn(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
