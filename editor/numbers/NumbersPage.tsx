import { Button, Container, Group, Pagination, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBrandWhatsapp, IconPlus, IconSearch, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { PageHead } from '../lib/PageHead.tsx';
import { go } from '../lib/route.ts';
import { Teach } from '../lib/Teach.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { Waiting } from '../lib/Waiting.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type Choice, chosen, pageOf, type SortBy, tally } from './choosing.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { NumberCard } from './NumberCard.tsx';
import { NumberDrawer } from './NumberDrawer.tsx';
import { NumberTable } from './NumberTable.tsx';
import './numbers.css';
import { numberTexts } from './texts.ts';
import { useNumbers } from './use-numbers.ts';

/** More than these are a table. */
const MOST_CARDS = 8;
const PER_PAGE = 50;

/** Where the wizard is. */
export const CONNECT_PATH = '/numbers/connect';

/** The WhatsApp numbers and how they stand: cards for a few, a table for many. */
export function NumbersPage() {
  const t = useTexts(numberTexts);
  const numbers = useNumbers();
  const [opened, setOpened] = useState<string>();
  const [isImporting, setImporting] = useState(false);
  const shown = numbers.data?.find(({ id }) => id === opened);
  const connect = (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => go(CONNECT_PATH)}>
      {t('connect')}
    </Button>
  );
  const isEmpty = numbers.data?.length === 0;
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="lg">
        <PageHead title={t('title')} why={t('why')}>
          <Button
            variant="default"
            leftSection={<IconTableImport aria-hidden size={18} />}
            onClick={() => setImporting(true)}
          >
            {t('importRows')}
          </Button>
          {!isEmpty && connect}
        </PageHead>
        {numbers.error && <Trouble error={numbers.error} retry={numbers.reload} />}
        {!numbers.data && !numbers.error && <Waiting />}
        {isEmpty && (
          <Teach icon={<IconBrandWhatsapp size={30} />} title={t('emptyTitle')} text={t('emptyText')}>
            {connect}
          </Teach>
        )}
        {numbers.data && numbers.data.length > 0 && (
          <Numbers numbers={numbers.data} onOpen={setOpened} onChanged={numbers.reload} />
        )}
      </Stack>
      {shown && (
        <NumberDrawer number={shown} onChanged={numbers.reload} onClose={() => setOpened(undefined)} />
      )}
      {isImporting && <ImportDialog onConnected={numbers.reload} onClose={() => setImporting(false)} />}
    </Container>
  );
}

interface NumbersProps {
  readonly numbers: readonly NumberView[];
  onOpen(id: string): void;
  onChanged(): void;
}

function Numbers({ numbers, onOpen, onChanged }: NumbersProps) {
  if (numbers.length > MOST_CARDS) return <Many numbers={numbers} onOpen={onOpen} onChanged={onChanged} />;
  return <Cards numbers={numbers} onOpen={onOpen} />;
}

function Cards({ numbers, onOpen }: Omit<NumbersProps, 'onChanged'>) {
  return (
    <ul className="plain-list number-cards">
      {numbers.map((number) => (
        <NumberCard key={number.id} number={number} onOpen={() => onOpen(number.id)} />
      ))}
    </ul>
  );
}

function Many({ numbers, onOpen, onChanged }: NumbersProps) {
  const t = useTexts(numberTexts);
  // A table is wider than a phone.
  const isNarrow = useMediaQuery('(max-width: 700px)') ?? false;
  const [choice, setChoice] = useState<Choice>({ search: '', by: 'state', isDown: false });
  const [wanted, setWanted] = useState(1);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const fitting = chosen(numbers, choice);
  const { items, page, pages } = pageOf(fitting, wanted, PER_PAGE);
  const narrow = (change: Partial<Choice>) => {
    setChoice((before) => ({ ...before, ...change }));
    setWanted(1);
  };
  const sort = (by: SortBy) => narrow({ by, isDown: choice.by === by && !choice.isDown });
  const pick = (ids: readonly string[], isPicked: boolean) =>
    setPicked((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (isPicked) next.add(id);
        else next.delete(id);
      return next;
    });
  const alive = numbers.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  return (
    <Stack gap="sm">
      <Narrowing numbers={numbers} choice={choice} onChange={setChoice} />
      {fitting.length === 0 && <Text c="dimmed">{t('nothingFits')}</Text>}
      {isNarrow && <Cards numbers={items} onOpen={onOpen} />}
      {fitting.length > 0 && !isNarrow && (
        <NumberTable
          numbers={items}
          choice={choice}
          picked={picked}
          onSort={sort}
          onPick={pick}
          onOpen={onOpen}
        />
      )}
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setWanted}
          getItemProps={(n) => ({ 'aria-label': `${t('page')} ${n}` })}
          getControlProps={(control) => ({ 'aria-label': t(control === 'previous' ? 'before' : 'after') })}
        />
      )}
      {alive.length > 0 && (
        <BulkBar ids={alive} onChanged={onChanged} onUnpick={() => setPicked(new Set())} />
      )}
    </Stack>
  );
}

interface NarrowingProps {
  readonly numbers: readonly NumberView[];
  readonly choice: Choice;
  onChange(choice: Choice): void;
}

const ALL = 'all';

function Narrowing({ numbers, choice, onChange }: NarrowingProps) {
  const t = useTexts(numberTexts);
  const states = tally(numbers).map(([state, n]) => ({ value: state, label: `${t(state)} (${n})` }));
  const { state: _, ...rest } = choice;
  return (
    <Group gap="sm">
      <TextInput
        className="grows"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch aria-hidden size={16} />}
        value={choice.search}
        onChange={(event) => onChange({ ...choice, search: event.currentTarget.value })}
      />
      <Select
        aria-label={t('state')}
        data={[{ value: ALL, label: `${t('all')} (${numbers.length})` }, ...states]}
        value={choice.state ?? ALL}
        onChange={(value) => {
          const found = states.find((state) => state.value === value)?.value;
          onChange(found ? { ...rest, state: found } : rest);
        }}
        allowDeselect={false}
      />
    </Group>
  );
}
