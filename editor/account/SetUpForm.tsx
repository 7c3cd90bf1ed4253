import { Button, Group, Input, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { MeView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { type Language, useTexts, useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { tell } from '../lib/tell.ts';
import { PasswordField } from './PasswordField.tsx';
import { accountTexts } from './texts.ts';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** Browsers leave some out, UTC among them. */
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', HERE])].sort();

/** Makes the first account. */
export function SetUpForm({ beside }: { readonly beside?: ReactNode }) {
  const t = useTexts(accountTexts);
  const { language } = useWords();
  const { put } = useMe();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [timeZone, setTimeZone] = useState<string | null>(HERE);
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const create = (event: FormEvent): void => {
    event.preventDefault();
    setState('busy');
    const body = { name, email, password, language, ...(timeZone && { timeZone }) };
    send<MeView>('POST', '/set-up', body).then((me) => {
      put(me);
      tell({ kind: 'done', message: t('done', { name }) });
    }, setState);
  };
  return (
    <form onSubmit={create}>
      <Stack gap="md">
        <Who name={name} setName={setName} email={email} setEmail={setEmail} />
        <PasswordField label={t('password')} isNew value={password} onChange={setPassword} />
        <LanguageChoice />
        <Select
          label={t('timeZone')}
          description={t('timeZoneWhy')}
          data={ZONES}
          value={timeZone}
          onChange={setTimeZone}
          searchable
          limit={60}
          allowDeselect={false}
          nothingFoundMessage={t('noZone')}
        />
        {state instanceof Error && <Trouble error={state} />}
        <Group justify="space-between" gap="sm">
          <Button type="submit" loading={state === 'busy'}>
            {t('create')}
          </Button>
          {beside}
        </Group>
      </Stack>
    </form>
  );
}

interface WhoProps {
  readonly name: string;
  readonly email: string;
  setName(name: string): void;
  setEmail(email: string): void;
}

function Who({ name, email, setName, setEmail }: WhoProps) {
  const t = useTexts(accountTexts);
  return (
    <>
      <TextInput
        label={t('name')}
        description={t('nameWhy')}
        required
        withAsterisk={false}
        autoComplete="name"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <TextInput
        label={t('email')}
        description={t('emailWhy')}
        type="email"
        required
        withAsterisk={false}
        autoComplete="username"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </>
  );
}

function LanguageChoice() {
  const t = useTexts(accountTexts);
  const { language, choose } = useWords();
  return (
    <Input.Wrapper label={t('language')} labelElement="div" labelProps={{ id: 'set-up-language' }}>
      <div>
        <SegmentedControl
          aria-labelledby="set-up-language"
          value={language}
          onChange={(value) => choose(value as Language)}
          data={[
            { value: 'en', label: 'English' },
            { value: 'th', label: 'ไทย' },
          ]}
        />
      </div>
    </Input.Wrapper>
  );
}
