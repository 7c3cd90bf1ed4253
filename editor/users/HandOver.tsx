import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { NewUserView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { userTexts } from './texts.ts';

/** What somebody needs to sign in for the first time; the password is never shown again. */
export function HandOver({ made, close }: { readonly made: NewUserView; close(): void }) {
  const t = useTexts(userTexts);
  const rows = [
    [t('address'), location.origin],
    [t('email'), made.user.email],
    [t('password'), made.password],
  ] as const;
  const all = rows.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <Stack gap="md">
      <Text>{t('handOverWhy')}</Text>
      <dl className="hand-over">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Code fz="md">{value}</Code>
            </dd>
          </div>
        ))}
      </dl>
      <Group justify="flex-end" gap="sm">
        <CopyButton value={all}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t('close')}</Button>
      </Group>
    </Stack>
  );
}
