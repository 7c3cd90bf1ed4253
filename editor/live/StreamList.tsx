import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useWords } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { Entry } from './Entry.tsx';
import { useNames } from './use-names.ts';
import type { LiveStream } from './use-stream.ts';

interface StreamListProps {
  readonly live: LiveStream;
  readonly conversation: string | undefined;
  choose(conversation: string | undefined): void;
}

/** What happened, newest first; it holds still while the pointer or the keyboard is in it. */
export function StreamList({ live, conversation, choose }: StreamListProps) {
  const { t } = useWords();
  const { stream, error, isOpen, hold } = live;
  const names = useNames(
    stream.shown.map(({ contact }) => contact),
    stream.shown.flatMap(({ path }) => path.map(({ flow }) => flow)),
  );
  const contact = stream.shown[0]?.contact ?? conversation?.split(':').at(-1) ?? '';
  return (
    <section aria-label={t('live')} className="stream">
      {conversation !== undefined && (
        <Group gap="sm" mb="sm">
          <Text fw={600}>{t('only', { who: names.contact(contact) })}</Text>
          <Button size="xs" variant="light" onClick={() => choose(undefined)}>
            {t('everybody')}
          </Button>
        </Group>
      )}
      {error && <Trouble error={error} />}
      {!isOpen && stream.shown.length > 0 && <Text c="dimmed">{t('notListening')}</Text>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only holds still; nothing here needs a pointer */}
      <div
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && hold(true)}
        onPointerLeave={() => hold(false)}
        onFocus={() => hold(true)}
        onBlur={() => hold(false)}
      >
        <div role="status" className="held">
          {stream.held.length > 0 && <span>{t('held', { n: stream.held.length })}</span>}
        </div>
        {stream.shown.length === 0 && <Nothing />}
        <Stack component="ol" gap="sm" className="plain-list">
          {stream.shown.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              names={names}
              {...(conversation === undefined && { choose })}
            />
          ))}
        </Stack>
      </div>
    </section>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <Paper withBorder p="xl">
      <Text fw={600}>{t('nothingYet')}</Text>
      <Text c="dimmed">{t('nothingYetWhy')}</Text>
      <Button component="a" href="/simulator" target="sluice-phone" mt="sm">
        {t('chat')}
      </Button>
    </Paper>
  );
}
