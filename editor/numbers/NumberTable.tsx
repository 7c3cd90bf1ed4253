import { Badge, Checkbox, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import type { Choice, SortBy } from './choosing.ts';
import { StateBadge } from './StateBadge.tsx';
import { numberTexts } from './texts.ts';
import { useFacts } from './use-facts.ts';

interface NumberTableProps {
  readonly numbers: readonly NumberView[];
  readonly choice: Choice;
  readonly picked: ReadonlySet<string>;
  onSort(by: SortBy): void;
  onPick(ids: readonly string[], isPicked: boolean): void;
  onOpen(id: string): void;
}

const COLUMNS = [
  ['name', 'number'],
  ['state', 'state'],
  ['quality', 'quality'],
  ['rate', 'rate'],
  ['waiting', 'waiting'],
  ['failures', 'failures'],
  ['lastInboundAt', 'lastInbound'],
] as const satisfies readonly (readonly [SortBy, keyof typeof numberTexts.en])[];

/** Many numbers, one a line. */
export function NumberTable({ numbers, choice, picked, onSort, onPick, onOpen }: NumberTableProps) {
  const t = useTexts(numberTexts);
  const ids = numbers.map(({ id }) => id);
  const count = ids.filter((id) => picked.has(id)).length;
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table highlightOnHover stickyHeader verticalSpacing={6} className="number-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label={t('chooseAll')}
                checked={count > 0 && count === ids.length}
                indeterminate={count > 0 && count < ids.length}
                onChange={(event) => onPick(ids, event.currentTarget.checked)}
              />
            </Table.Th>
            {COLUMNS.map(([by, label]) => (
              <Table.Th
                key={by}
                aria-sort={choice.by === by ? (choice.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <UnstyledButton
                  className="sort"
                  onClick={() => onSort(by)}
                  aria-label={t('sortBy', { what: t(label) })}
                >
                  {t(label)} <SortIcon {...(choice.by === by && { isDown: choice.isDown })} />
                </UnstyledButton>
              </Table.Th>
            ))}
            <Table.Th>{t('flows')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {numbers.map((number) => (
            <Row
              key={number.id}
              number={number}
              isPicked={picked.has(number.id)}
              onPick={(isPicked) => onPick([number.id], isPicked)}
              onOpen={() => onOpen(number.id)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function SortIcon({ isDown }: { readonly isDown?: boolean }) {
  const Icon = isDown === undefined ? IconArrowsSort : isDown ? IconArrowDown : IconArrowUp;
  return <Icon aria-hidden size={14} opacity={isDown === undefined ? 0.4 : 1} />;
}

interface RowProps {
  readonly number: NumberView;
  readonly isPicked: boolean;
  onPick(isPicked: boolean): void;
  onOpen(): void;
}

function Row({ number, isPicked, onPick, onOpen }: RowProps) {
  const t = useTexts(numberTexts);
  const facts = useFacts()(number);
  const { id, name, display, state, virtual, waiting, failures } = number;
  return (
    <Table.Tr data-number={id} bg={isPicked ? 'var(--mantine-primary-color-light)' : ''}>
      <Table.Td>
        <Checkbox
          aria-label={t('chooseOne', { name })}
          checked={isPicked}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <UnstyledButton className="number-link" onClick={onOpen} title={t('details', { name })}>
          <Text fw={600} span>
            {name}
          </Text>{' '}
          {virtual && (
            <Badge className="badge" size="sm" variant="light" color="indigo">
              {t('virtual')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {display}
          </Text>
        </UnstyledButton>
      </Table.Td>
      <Table.Td title={facts.why}>
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td>{facts.quality}</Table.Td>
      <Table.Td>{facts.rate}</Table.Td>
      <Table.Td className={waiting > 0 ? 'loud' : ''}>{facts.waiting}</Table.Td>
      <Table.Td className={failures > 0 ? 'loud' : ''}>{facts.failures}</Table.Td>
      <Table.Td>{facts.lastInbound}</Table.Td>
      <Table.Td>{facts.flows}</Table.Td>
    </Table.Tr>
  );
}
