import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { VersionInUse, VersionView } from '../../server/api/contract.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { flush } from '../desk/use-autosave.ts';
import { read } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { CompareStates, type States } from './CompareStates.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { publishingTexts } from './texts.ts';
import { useVersions } from './use-versions.ts';
import { VersionItem } from './VersionItem.tsx';
import './publishing.css';

/** The versions of the open flow: to look at, to compare, to go back to. */
export function VersionsPanel() {
  const t = useTexts(publishingTexts);
  const mayPublish = useMe().may('flows.publish');
  const desk = useDeskStore();
  const flow = useDesk((known) => known.flow);
  const types = useDesk((known) => known.types);
  const looked = useDesk((known) => known.version?.version);
  const { versions, error, reload, older } = useVersions(flow.id, flow.live);
  const [states, setStates] = useState<States>();
  const [back, setBack] = useState<number>();
  const [trouble, setTrouble] = useState<Error>();
  const save = useCallback(() => flush(desk), [desk]);

  const look = (version: number) => {
    setStates(undefined);
    read<VersionView>(`/flows/${encodeURIComponent(flow.id)}/versions/${version}`).then(
      (view) => desk.getState().show(view),
      setTrouble,
    );
  };
  const compare = (next: States) => {
    desk.getState().show(undefined);
    setStates(next);
  };
  if (error && !versions) return <Trouble error={error} retry={reload} />;
  if (!versions) return <Loader role="status" aria-label={t('versions')} />;
  if (versions.length === 0) return <Nothing />;
  return (
    <Stack gap="md" component="section" aria-label={t('versions')}>
      <Title order={2} size="h4">
        {t('versions')}
      </Title>
      {trouble && <Trouble error={trouble} dismiss={() => setTrouble(undefined)} />}
      <LookedAt />
      <CompareStates versions={versions} states={states} onChange={setStates} flush={save} />
      <ul className="version-list">
        {versions.map((version) => (
          <VersionItem
            key={version.version}
            version={version}
            live={flow.live}
            isLookedAt={version.version === looked}
            onLook={() => look(version.version)}
            onCompare={(to) => compare({ from: String(version.version), to })}
            onBack={mayPublish ? () => setBack(version.version) : undefined}
          />
        ))}
      </ul>
      {hasOlder(versions) && (
        <Button variant="subtle" onClick={older}>
          {t('olderOnes')}
        </Button>
      )}
      <PublishDialog
        opened={back !== undefined}
        onClose={() => setBack(undefined)}
        flow={flow}
        types={types}
        version={back}
        flush={save}
        onPublished={(published) => {
          desk.getState().show(undefined);
          desk.getState().answered(published);
        }}
      />
    </Stack>
  );
}

/** Says that an older version is looked at, and leads back. */
function LookedAt() {
  const t = useTexts(publishingTexts);
  const looked = useDesk((known) => known.version?.version);
  const show = useDesk((known) => known.show);
  if (looked === undefined) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">
        {t('version', { n: looked })}: {t('isLookedAt')}
      </Text>
      <Button size="xs" variant="light" onClick={() => show(undefined)}>
        {t('lookAway')}
      </Button>
    </Group>
  );
}

const hasOlder = (versions: readonly VersionInUse[]): boolean => (versions.at(-1)?.version ?? 1) > 1;

function Nothing() {
  const t = useTexts(publishingTexts);
  return (
    <Stack gap={4} p="md">
      <Title order={3} size="h5">
        {t('noVersions')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('noVersionsWhy')}
      </Text>
    </Stack>
  );
}
