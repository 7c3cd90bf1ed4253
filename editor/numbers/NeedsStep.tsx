import { Alert, Anchor, List, Stack } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTexts } from '../lib/language.tsx';
import { connectTexts } from './connect-texts.ts';

/** What must be there before it begins. */
export function NeedsStep() {
  const t = useTexts(connectTexts);
  return (
    <Stack gap="md">
      <List spacing="xs">
        <List.Item>{t('needsOne')}</List.Item>
        <List.Item>{t('needsTwo')}</List.Item>
        <List.Item>{t('needsThree')}</List.Item>
        <List.Item>{t('needsFour')}</List.Item>
      </List>
      <Anchor href="https://developers.facebook.com/apps" target="_blank" rel="noreferrer">
        {t('needsHelp')} <IconExternalLink aria-hidden size={14} />
      </Anchor>
      <Alert>{t('needsHint')}</Alert>
    </Stack>
  );
}
