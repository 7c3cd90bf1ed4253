import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useShortcut } from '../lib/shortcuts.ts';
import { countStatuses, labelsOf, SORTS, type Sort, STATUSES, type Wish } from './filter.ts';
import { flowsTexts } from './texts.ts';

interface FiltersProps {
  readonly flows: readonly FlowSummary[];
  readonly wish: Wish;
  want(wish: Wish): void;
  /** What arrow down and Enter in the search lead to. */
  toList(key: 'ArrowDown' | 'Enter'): void;
}

/** Narrows the list down: words, status, label, order. */
export function Filters({ flows, wish, want, toList }: FiltersProps) {
  const t = useTexts(flowsTexts);
  const search = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', says: t('search'), group: t('title'), run: () => search.current?.focus() });
  const labels = labelsOf(flows);
  return (
    <div className="flow-filters">
      <Search wish={wish} want={want} toList={toList} field={search} />
      <Statuses flows={flows} wish={wish} want={want} />
      <Group gap="xs" className="flow-selects">
        {labels.length > 0 && (
          <NativeSelect
            aria-label={t('label')}
            value={wish.label ?? ''}
            data={[{ value: '', label: t('anyLabel') }, ...labels.map((label) => ({ value: label, label }))]}
            onChange={({ currentTarget: { value } }) =>
              want({ ...wish, label: value === '' ? undefined : value })
            }
          />
        )}
        <NativeSelect
          aria-label={t('sort')}
          value={wish.sort}
          data={SORTS.map((sort) => ({ value: sort, label: t(sort) }))}
          onChange={({ currentTarget: { value } }) => want({ ...wish, sort: value as Sort })}
        />
      </Group>
    </div>
  );
}

type SearchProps = Omit<FiltersProps, 'flows'> & { readonly field: RefObject<HTMLInputElement | null> };

function Search({ wish, want, toList, field }: SearchProps) {
  const t = useTexts(flowsTexts);
  const clear = () => want({ ...wish, text: '' });
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape' && wish.text !== '') clear();
    else if (key === 'ArrowDown' || key === 'Enter') toList(key);
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={field}
      className="flow-search"
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      title={t('searchHint')}
      value={wish.text}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        wish.text === '' ? (
          <kbd className="flow-key">/</kbd>
        ) : (
          <CloseButton aria-label={t('clearSearch')} onClick={clear} />
        )
      }
      onChange={(event) => want({ ...wish, text: event.currentTarget.value })}
      onKeyDown={press}
    />
  );
}

function Statuses({ flows, wish, want }: Pick<FiltersProps, 'flows' | 'wish' | 'want'>) {
  const t = useTexts(flowsTexts);
  const counts = countStatuses(flows);
  const shown = STATUSES.filter((status) => status === 'all' || status === wish.status || counts[status] > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div className="flow-statuses" role="group" aria-label={t('status')}>
      {shown.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={wish.status === status}
          onClick={() => want({ ...wish, status })}
        >
          {t(status)} <span>{counts[status]}</span>
        </button>
      ))}
    </div>
  );
}
