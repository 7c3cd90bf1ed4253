import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { numberTexts } from './texts.ts';

interface NewSecretsProps {
  readonly number: NumberView;
  /** Shown at once, since nothing works without them. */
  readonly isOpen: boolean;
  onSaved(): void;
}

/** Token and secret, entered again: both, or the one that has changed. */
export function NewSecrets({ number: { id }, isOpen, onSaved }: NewSecretsProps) {
  const t = useTexts(numberTexts);
  const s = useTexts(settingTexts);
  const [isWanted, setWanted] = useState(isOpen);
  const [token, setToken] = useState('');
  const [appSecret, setAppSecret] = useState('');
  const deed = useDeed();
  const forget = () => {
    setToken('');
    setAppSecret('');
    setWanted(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...(token.trim() && { token }), ...(appSecret.trim() && { appSecret }) };
    if (!(await deed.run(() => send('PUT', `/numbers/${id}`, body)))) return;
    forget();
    onSaved();
  };
  if (!isWanted)
    return (
      <Group>
        <Button variant="default" onClick={() => setWanted(true)}>
          {t('reenter')}
        </Button>
      </Group>
    );
  return (
    <form noValidate onSubmit={(event) => void submit(event)} autoComplete="off">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('reenterHint')}
        </Text>
        <PasswordInput
          label={t('token')}
          value={token}
          autoComplete="off"
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('appSecret')}
          value={appSecret}
          autoComplete="off"
          onChange={(event) => setAppSecret(event.currentTarget.value)}
        />
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group>
          <Button type="submit" loading={deed.isBusy} disabled={!(token.trim() || appSecret.trim())}>
            {t('saveSecrets')}
          </Button>
          <Button variant="default" onClick={forget}>
            {s('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
