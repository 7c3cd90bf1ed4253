import { Text, Tooltip } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { FlowRow, type Place } from './FlowRow.tsx';
import { moved } from './filter.ts';
import { flowsTexts } from './texts.ts';
import type { Deeds } from './use-deeds.ts';

interface FlowListProps {
  /** What is shown, in the order in which it is shown. */
  readonly flows: readonly FlowSummary[];
  readonly deeds: Deeds;
  readonly mayEdit: boolean;
  /** Every flow is shown, in the order of the admin: they can be moved. */
  readonly isMovable: boolean;
  readonly list: RefObject<HTMLUListElement | null>;
}

/** The flows, one below the other. Arrow keys go from one to the next, Enter opens it. */
export function FlowList({ flows, deeds, mayEdit, isMovable, list }: FlowListProps) {
  const t = useTexts(flowsTexts);
  const placeOf = usePlaces(flows, deeds);
  return (
    <div className="flow-list">
      <div className="flow-heads" aria-hidden>
        {isMovable && <span />}
        <span>{t('flow')}</span>
        <span>{t('status')}</span>
        <span>{t('lastChange')}</span>
        <Tooltip label={t('startsWhy')}>
          <span>{t('startsHead')}</span>
        </Tooltip>
        <Tooltip label={t('goalsWhy')}>
          <span>{t('goalsHead')}</span>
        </Tooltip>
        <span />
      </div>
      <ul className="plain-list" ref={list} onKeyDown={walk} data-movable={isMovable || undefined}>
        {flows.map((flow) => (
          <FlowRow
            key={flow.id}
            flow={flow}
            deeds={deeds}
            mayEdit={mayEdit}
            place={isMovable ? placeOf(flow.id) : undefined}
          />
        ))}
      </ul>
      {isMovable && flows.length > 1 && (
        <Text size="sm" c="dimmed" mt="sm" className="flow-order-why">
          {t('orderWhy')}
        </Text>
      )}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof HTMLElement) || !event.target.classList.contains('flow-name')) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.flow-name')];
  const next = names[names.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

/** How each flow is moved: by keys and menu one place at a time, by dragging to where it is dropped. */
function usePlaces(flows: readonly FlowSummary[], deeds: Deeds): (id: string) => Place {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const ids = flows.map(({ id }) => id);
  const put = (id: string, to: number) => {
    const next = moved(ids, id, to);
    if (next.join('\n') !== ids.join('\n')) deeds.arrange(next);
  };
  return (id) => ({
    isDragged: dragged === id,
    isOver: over === id && dragged !== undefined && dragged !== id,
    move: (by) => put(id, ids.indexOf(id) + by),
    take: () => setDragged(id),
    over: () => {
      if (dragged !== undefined && over !== id) setOver(id);
    },
    drop: (isSomewhere) => {
      if (isSomewhere && dragged !== undefined && over !== undefined) put(dragged, ids.indexOf(over));
      setDragged(undefined);
      setOver(undefined);
    },
  });
}
