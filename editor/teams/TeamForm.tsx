import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TeamRecord } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { teamTexts } from './texts.ts';

interface TeamFormProps {
  /** Without one, a new team is made. */
  readonly team?: TeamRecord;
  onSaved(id: string): void;
  onCancel(): void;
}

/** A team's name and what it takes care of. */
export function TeamForm({ team, onSaved, onCancel }: TeamFormProps) {
  const t = useTexts(teamTexts);
  const s = useTexts(settingTexts);
  const [name, setName] = useState(team?.name ?? '');
  const [description, setDescription] = useState(team?.description ?? '');
  const [isTried, setTried] = useState(false);
  const deed = useDeed();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim()) return;
    const body = { name: name.trim(), ...(description.trim() && { description: description.trim() }) };
    const saved = await deed.run(() =>
      team ? send<TeamRecord>('PUT', `/teams/${team.id}`, body) : send<TeamRecord>('POST', '/teams', body),
    );
    if (saved) onSaved(saved.id);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={s('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && !name.trim() ? t('needName') : undefined}
          maxLength={120}
          data-autofocus
          required
        />
        <Textarea
          label={t('description')}
          description={t('descriptionHint')}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {s('cancel')}
          </Button>
          <Button type="submit" loading={deed.isBusy}>
            {s('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
