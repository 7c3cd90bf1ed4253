import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Trouble } from '../lib/Trouble.tsx';
import type { RehearsalState } from './rehearsal-state.ts';
import type { Reader } from './say.ts';
import type { TestDeeds } from './use-tests.ts';

interface SaveTestProps {
  readonly state: RehearsalState;
  readonly deeds: TestDeeds;
  readonly reader: Reader;
  close(): void;
  saved(): void;
}

/** Keeps the chat, as it has just gone, as a test of the flow. */
export function SaveTest({ state: { answer }, deeds, reader: { t }, close, saved }: SaveTestProps) {
  const [name, setName] = useState('');
  const [error, setError] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const save = () => {
    if (name.trim() === '' || !answer) return;
    setSaving(true);
    deeds.add(name.trim(), answer.chat).then(
      () => {
        close();
        saved();
      },
      (refusal: Error) => {
        setError(refusal);
        setSaving(false);
      },
    );
  };
  return (
    <form
      className="rehearsal-save"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {error && <Trouble error={error} />}
      <TextInput
        data-autofocus
        autoFocus
        size="xs"
        label={t('testName')}
        description={t('testNameHint')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap={6} mt={6} justify="flex-end">
        <Button size="xs" variant="subtle" onClick={close}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={isSaving} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
