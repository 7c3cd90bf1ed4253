import { Container, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { People } from './People.tsx';
import { StreamList } from './StreamList.tsx';
import { useStream } from './use-stream.ts';
import './live.css';

/** What happens right now, and who waits for people. */
export function LivePage() {
  const { t } = useWords();
  const { may } = useMe();
  const [conversation, setConversation] = useState<string>();
  return (
    <Container size="xl" py="lg" w="100%">
      <Group justify="space-between" mb="md">
        <div>
          <Title order={1} size="h2">
            {t('live')}
          </Title>
          <Text c="dimmed">{t('liveWhy')}</Text>
        </div>
      </Group>
      <div className="live">
        {may('journal.read') && <Stream conversation={conversation} choose={setConversation} />}
        {may('conversations.read') && <People choose={setConversation} />}
      </div>
    </Container>
  );
}

interface StreamProps {
  readonly conversation: string | undefined;
  choose(conversation: string | undefined): void;
}

function Stream({ conversation, choose }: StreamProps) {
  const live = useStream(conversation);
  return <StreamList live={live} conversation={conversation} choose={choose} />;
}
