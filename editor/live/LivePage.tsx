import { Container, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../lib/language.tsx';
import { People } from './People.tsx';
import { StreamList } from './StreamList.tsx';
import { useStream } from './use-stream.ts';
import './live.css';

/** What happens right now, and who waits for people. */
export function LivePage() {
  const { t } = useWords();
  const [conversation, setConversation] = useState<string>();
  const live = useStream(conversation);
  return (
    <Container size="xl" py="md" w="100%">
      <Group justify="space-between" mb="md">
        <div>
          <Title order={1} size="h2">
            {t('live')}
          </Title>
          <Text c="dimmed">{t('liveWhy')}</Text>
        </div>
      </Group>
      <div className="live">
        <StreamList live={live} conversation={conversation} choose={setConversation} />
        <People choose={setConversation} />
      </div>
    </Container>
  );
}
