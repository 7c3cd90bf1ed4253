import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { numberTexts } from './texts.ts';

/** Disconnects a number, once it is clear what that means. */
export function Disconnect({ number, onGone }: { readonly number: NumberView; onGone(): void }) {
  const t = useTexts(numberTexts);
  const [isAsking, setAsking] = useState(false);
  const deed = useDeed();
  const { id, name, display } = number;
  const go = async () => {
    if (await deed.run(() => send('DELETE', `/numbers/${id}`).then(() => true))) onGone();
  };
  if (!isAsking)
    return (
      <Group>
        <Button variant="light" color="red" onClick={() => setAsking(true)}>
          {t('disconnect')}
        </Button>
      </Group>
    );
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('disconnectOne', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('disconnectWarn', { display })}</Text>
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group>
          <Button color="red" loading={deed.isBusy} onClick={() => void go()}>
            {t('disconnectSure')}
          </Button>
          <Button variant="default" autoFocus onClick={() => setAsking(false)}>
            {t('keep')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
