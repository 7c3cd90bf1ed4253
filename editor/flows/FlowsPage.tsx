import { Box, Button, Center, Container, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { FlowSummary, NumberView } from '../../server/api/contract.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { useResource } from '../lib/resource.ts';
import { go } from '../lib/route.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { beginTexts } from './begin-texts.ts';
import { EmptyFlows } from './EmptyFlows.tsx';
import { Filters } from './Filters.tsx';
import { FlowList } from './FlowList.tsx';
import { choose, EVERYTHING, type Wish } from './filter.ts';
import './begin.css';
import './flows.css';
import { ImportButton } from './ImportButton.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NewcomerStrip } from './NewcomerStrip.tsx';
import { NewFlow } from './NewFlow.tsx';
import { Questions } from './Questions.tsx';
import { TryWords } from './TryWords.tsx';
import { flowsTexts } from './texts.ts';
import { type Deeds, useDeeds } from './use-deeds.ts';
import { useDrop } from './use-drop.ts';
import { useImport } from './use-import.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Every flow: how it stands and what it did; and how new ones come. */
export function FlowsPage() {
  const begin = useTexts(beginTexts);
  const flows = useResource<readonly FlowSummary[]>('/flows?archived=1');
  const numbers = useResource<readonly NumberView[]>('/numbers');
  const [wish, want] = useState<Wish>(EVERYTHING);
  const deeds = useDeeds({
    changed: flows.reload,
    showLabel: (label) => want((before) => ({ ...before, label })),
  });
  const importing = useImport(flows.reload);
  const mayEdit = useMayEdit();
  const { may } = useMe();
  const isDropping = useDrop((files) => mayEdit && importing.take(files));
  const all = flows.data;
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="md">
        <Head all={all ?? []} take={importing.take} mayEdit={mayEdit} />
        {numbers.data && <NewcomerStrip numbers={numbers.data} />}
        {flows.error && <Trouble error={flows.error} retry={flows.reload} />}
        {deeds.error && !deeds.question && <Trouble error={deeds.error} dismiss={deeds.dismiss} />}
        {!all && !flows.error && <Waiting />}
        {all?.length === 0 && <EmptyFlows />}
        {all && all.length > 0 && <Shelf all={all} wish={wish} want={want} deeds={deeds} mayEdit={mayEdit} />}
        {may('flows.rehearse') && numbers.data?.[0] && all?.some(({ live }) => live !== undefined) && (
          <TryWords numbers={numbers.data} />
        )}
      </Stack>
      <ImportDialog importing={importing} />
      {isDropping && mayEdit && <Box className="drop-veil">{begin('drop')}</Box>}
    </Container>
  );
}

interface HeadProps {
  readonly all: readonly FlowSummary[];
  readonly mayEdit: boolean;
  take(files: readonly File[]): void;
}

function Head({ all, mayEdit, take }: HeadProps) {
  const t = useTexts(flowsTexts);
  const [isNew, setNew] = useState(false);
  const here = useMemo(() => new Set(all.map(({ id }) => id)), [all]);
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <div>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Text c="dimmed">{t('why')}</Text>
      </div>
      {mayEdit && (
        <Group gap="xs" className="flow-deeds">
          <ImportButton take={take} />
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
            {t('newFlow')}
          </Button>
        </Group>
      )}
      {isNew && <NewFlow here={here} close={() => setNew(false)} />}
    </Group>
  );
}

interface ShelfProps {
  readonly all: readonly FlowSummary[];
  readonly wish: Wish;
  want(wish: Wish): void;
  readonly deeds: Deeds;
  readonly mayEdit: boolean;
}

function Shelf({ all, wish, want, deeds, mayEdit }: ShelfProps) {
  const t = useTexts(flowsTexts);
  const list = useRef<HTMLUListElement>(null);
  const shown = useMemo(() => choose(all, wish), [all, wish]);
  const labels = useMemo(() => [...new Set(all.flatMap((flow) => flow.labels ?? []))], [all]);
  const isWhole = wish.text === '' && wish.status === 'all' && wish.label === undefined;
  const toList = (key: 'ArrowDown' | 'Enter') => {
    const [first] = shown;
    if (key === 'Enter' && first) go(`/flows/${encodeURIComponent(first.id)}`);
    if (key === 'ArrowDown') list.current?.querySelector<HTMLElement>('.flow-name')?.focus();
  };
  return (
    <section aria-label={t('title')}>
      <Filters flows={all} wish={wish} want={want} toList={toList} />
      <Text size="sm" c="dimmed" role="status" className={isWhole ? 'flow-count-quiet' : 'flow-count'}>
        {t('shown', { n: shown.length, all: all.filter(({ archived }) => !archived).length })}
      </Text>
      {shown.length === 0 ? (
        <NothingFound
          isArchive={wish.status === 'archived' && wish.text === ''}
          showAll={() => want(EVERYTHING)}
        />
      ) : (
        <FlowList
          flows={shown}
          deeds={deeds}
          mayEdit={mayEdit}
          isMovable={mayEdit && isWhole && wish.sort === 'byOrder'}
          list={list}
        />
      )}
      <Questions deeds={deeds} labels={labels} />
    </section>
  );
}

function NothingFound({ isArchive, showAll }: { readonly isArchive: boolean; showAll(): void }) {
  const t = useTexts(flowsTexts);
  return (
    <Stack align="center" gap="xs" py="xl" className="flow-nothing">
      <Text fw={650}>{isArchive ? t('archiveEmpty') : t('nothingFound')}</Text>
      {!isArchive && <Text c="dimmed">{t('nothingFoundWhy')}</Text>}
      <Button variant="default" onClick={showAll}>
        {t('showAll')}
      </Button>
    </Stack>
  );
}

function Waiting() {
  const { t } = useWords();
  return (
    <Center h={160}>
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
