import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { follow } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { roleTexts } from '../lib/role-texts.ts';
import { shellTexts } from './texts.ts';

/** What is shown where there is no page, or none for this role. */
export function NoPage({ isThere }: { readonly isThere: boolean }) {
  const t = useTexts(shellTexts);
  const roles = useTexts(roleTexts);
  const { role } = useMe();
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" ta="center" gap="xs" maw={440}>
        <Title order={1} size="h2">
          {t(isThere ? 'notForYou' : 'nothingHere')}
        </Title>
        <Text c="dimmed">{isThere ? roles('notYours', { role: roles(role) }) : t('nothingHereWhy')}</Text>
        <Button component="a" href="/" mt="sm" onClick={(event) => follow(event, '/')}>
          {t('toFlows')}
        </Button>
      </Stack>
    </Center>
  );
}
