import { List, Paper, Title } from '@mantine/core';
import { IconBroadcast, IconFileImport, IconSitemap } from '@tabler/icons-react';
import { useWords } from '../lib/language.tsx';

/** The list before there is a flow: what to do first, second and third. */
export function EmptyFlows() {
  const { t } = useWords();
  return (
    <Paper withBorder p="xl">
      <Title order={2} size="h4" mb="sm">
        {t('emptyTitle')}
      </Title>
      <List type="ordered" spacing="sm" center>
        <List.Item icon={<IconFileImport aria-hidden size={20} />}>{t('emptyFirst')}</List.Item>
        <List.Item icon={<IconSitemap aria-hidden size={20} />}>{t('emptySecond')}</List.Item>
        <List.Item icon={<IconBroadcast aria-hidden size={20} />}>{t('emptyThird')}</List.Item>
      </List>
    </Paper>
  );
}
