import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { Trouble } from '../lib/Trouble.tsx';
import type { Reader } from './say.ts';
import type { TestsState } from './stores.ts';
import { TestRow } from './TestRow.tsx';
import { countsOf, type TestDeeds } from './use-tests.ts';

interface TestListProps {
  readonly state: TestsState;
  readonly deeds: TestDeeds;
  readonly reader: Reader;
  play(chat: string): void;
}

/** The conversations that the flow must have, and whether the draft still has them. */
export function TestList({ state, deeds, reader, play }: TestListProps) {
  const { t } = reader;
  const { tests, outcomes, isRunning, error } = state;
  if (error && !tests) return <Trouble error={error} retry={deeds.run} />;
  if (!tests) return <Loader size="sm" m="md" role="status" aria-label={t('running')} />;
  if (tests.length === 0)
    return (
      <Stack gap={4} p="md">
        <Text fw={600}>{t('noTests')}</Text>
        <Text size="sm" c="dimmed">
          {t('noTestsHint')}
        </Text>
      </Stack>
    );
  const { green, red } = countsOf(state);
  return (
    <div className="rtests">
      <Group justify="space-between" px="sm" py={6}>
        <Text size="sm" aria-live="polite" className={red > 0 ? 'bad' : 'good'}>
          {isRunning ? t('running') : red === 0 && green > 0 ? t('allGreen') : t('counts', { green, red })}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={deeds.run}>
          {t('runAgain')}
        </Button>
      </Group>
      {error && <Trouble error={error} retry={deeds.run} />}
      <ul className="plain-list">
        {tests.map((test) => (
          <TestRow
            key={test.id}
            test={test}
            deeds={deeds}
            reader={reader}
            play={() => play(test.chat)}
            {...(outcomes[test.id] && { outcome: outcomes[test.id] })}
          />
        ))}
      </ul>
    </div>
  );
}
