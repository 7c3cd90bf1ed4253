import { Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { PersonCard } from './PersonCard.tsx';
import { useWaiting } from './use-waiting.ts';

/** Conversations that wait for people, and those that people have. */
export function People({ choose }: { choose(conversation: string): void }) {
  const { t } = useWords();
  const waiting = useWaiting();
  const { user } = useMe();
  const [typed, setTyped] = useLocalStorage({ key: 'sluice.agent', defaultValue: 'Alex' });
  const me = user?.name ?? typed;
  return (
    <section aria-labelledby="people" className="people">
      <Title order={2} size="h4" id="people" mb="xs">
        {t('people')}
      </Title>
      {!user && (
        <TextInput
          label={t('me')}
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
          mb="sm"
        />
      )}
      {waiting.error && <Trouble error={waiting.error} retry={waiting.reload} />}
      {waiting.data?.length === 0 && (
        <Paper withBorder p="md">
          <Text fw={600}>{t('nobodyWaits')}</Text>
          <Text size="sm" c="dimmed">
            {t('nobodyWaitsWhy')}
          </Text>
        </Paper>
      )}
      <Stack component="ul" gap="sm" className="plain-list" aria-live="polite">
        {waiting.data?.map((one) => (
          <PersonCard
            key={one.id}
            summary={one}
            me={me.trim() || 'Alex'}
            changed={waiting.reload}
            choose={() => choose(one.id)}
          />
        ))}
      </Stack>
    </section>
  );
}
