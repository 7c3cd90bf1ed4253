import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { CopyLine } from '../lib/CopyLine.tsx';
import { useTexts } from '../lib/language.tsx';
import { connectTexts } from './connect-texts.ts';
import { StepField } from './StepField.tsx';
import type { Connecting } from './use-connecting.ts';

/** Where Meta sends the messages: by one click, or by what is to be pasted there. */
export function WebhookStep({ connecting }: { readonly connecting: Connecting }) {
  const t = useTexts(connectTexts);
  const { paste, deed, check, subscribe } = connecting;
  // What is to be pasted comes with a check; whoever comes back to this step has none yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => {
    if (!paste) void check();
  }, []);
  return (
    <Stack gap="md">
      <div className="ways">
        <StepField connecting={connecting} field="name" label={t('name')} description={t('nameHint')} />
        <StepField connecting={connecting} field="display" label={t('display')} />
      </div>
      <Text>{t('webhookWhy')}</Text>
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('webhookAuto')}
          </Title>
          <Text size="sm">
            {t('webhookAutoWhy')} {t('saveFirst')}
          </Text>
          <Group>
            <Button variant="light" loading={deed.isBusy} onClick={() => void subscribe()}>
              {t('webhookGo')}
            </Button>
          </Group>
        </Stack>
      </Paper>
      {paste && (
        <Paper withBorder p="md">
          <Stack gap="sm">
            <Title order={3} size="h5">
              {t('webhookHand')}
            </Title>
            <CopyLine label={t('callbackUrl')} value={paste.callbackUrl} />
            <CopyLine label={t('verifyToken')} value={paste.verifyToken} />
            <Text size="sm">{t('webhookField')}</Text>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
