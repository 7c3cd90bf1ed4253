import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import type { Schema } from '../../../nodes/contract/schema.ts';
import { useTexts } from '../../lib/language.tsx';
import { newId } from '../model/new-id.ts';
import { freshValue } from '../model/shape.ts';
import { formTexts } from '../texts/form-texts.ts';

interface AddByNameProps {
  readonly list: readonly Json[];
  readonly items: Schema;
  add(made: readonly Json[]): void;
}

/** Adds to a list by writing what the new one is called; several lines that are pasted make several. */
export function AddByName({ list, items, add }: AddByNameProps) {
  const t = useTexts(formTexts);
  const [text, setText] = useState('');
  const make = (labels: readonly string[]) => {
    const made: Json[] = [];
    for (const label of labels) made.push(named(label, [...list, ...made], items));
    if (made.length > 0) add(made);
    setText('');
  };
  const submit = () => make([text.trim()]);
  return (
    <TextInput
      className="add-by-name"
      value={text}
      aria-label={t('addNamed')}
      placeholder={t('addNamed')}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        submit();
      }}
      onPaste={(event) => {
        const lines = linesOf(event.clipboardData.getData('text'));
        if (lines.length < 2) return;
        event.preventDefault();
        make(lines);
      }}
      rightSection={
        <Tooltip label={t('add')}>
          <ActionIcon variant="subtle" aria-label={t('add')} onClick={submit}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function named(label: string, list: readonly Json[], items: Schema): Json {
  const fresh = freshValue(items);
  const taken = list.flatMap((item) =>
    isObject(item) && typeof item['id'] === 'string' ? [item['id']] : [],
  );
  return isObject(fresh) ? { ...fresh, id: newId(label, taken, 'choice'), label } : fresh;
}
