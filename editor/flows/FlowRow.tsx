import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { Link } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { StatusBadge } from '../lib/StatusBadge.tsx';
import { FlowMenu } from './FlowMenu.tsx';
import { Sparkline } from './Sparkline.tsx';
import { Triggers } from './Triggers.tsx';
import { flowsTexts } from './texts.ts';
import type { Deeds } from './use-deeds.ts';
import { When } from './When.tsx';

interface FlowRowProps {
  readonly flow: FlowSummary;
  readonly deeds: Deeds;
  readonly mayEdit: boolean;
  /** How it is moved up and down in the admin's order, where that is what is shown. */
  readonly place?: Place | undefined;
}

export interface Place {
  readonly isDragged: boolean;
  readonly isOver: boolean;
  move(by: -1 | 1): void;
  take(): void;
  over(): void;
  /** Ends the dragging; where it was let go nowhere, nothing moves. */
  drop(isSomewhere: boolean): void;
}

/** A flow in the list: what it is for, what starts it, how it stands and what it did. */
export function FlowRow({ flow, deeds, mayEdit, place }: FlowRowProps) {
  const t = useTexts(flowsTexts);
  const { id, name, description, labels = [], week, archived } = flow;
  return (
    <li
      className="flow-card"
      data-dragged={place?.isDragged || undefined}
      data-over={place?.isOver || undefined}
      onDragOver={(event) => {
        if (!place) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        place.over();
      }}
    >
      {place && <Handle name={name} place={place} />}
      <div className="flow-what">
        <Link to={`/flows/${encodeURIComponent(id)}`} className="flow-name">
          {name}
        </Link>
        {labels.map((label) => (
          <Badge
            key={label}
            component="button"
            type="button"
            className="badge"
            variant="default"
            size="sm"
            title={t('onlyLabel', { label })}
            onClick={() => deeds.showLabel(label)}
          >
            {label}
          </Badge>
        ))}
        {description && (
          <Text size="sm" c="dimmed" lineClamp={2} className="flow-description">
            {description}
          </Text>
        )}
        <Triggers triggers={flow.triggers} />
      </div>
      <div className="flow-standing">
        {archived ? <Badge color="gray">{t('isArchived')}</Badge> : <StatusBadge flow={flow} />}
        <Problems flow={flow} />
      </div>
      <div className="flow-when">
        <When flow={flow} />
      </div>
      <div className="flow-starts">
        <Sparkline what={t('starts')} days={week?.starts ?? []} kind="starts" />
      </div>
      <div className="flow-goals">
        <Sparkline what={t('goals')} days={week?.goals ?? []} kind="goals" />
      </div>
      <div className="flow-menu">
        <FlowMenu flow={flow} deeds={deeds} mayEdit={mayEdit} {...(place && { move: place.move })} />
      </div>
    </li>
  );
}

function Problems({ flow: { errors, warnings } }: Pick<FlowRowProps, 'flow'>) {
  const t = useTexts(flowsTexts);
  if (errors === 0 && warnings === 0) return null;
  return (
    <Text size="xs" className={errors > 0 ? 'bad' : 'flow-hints'}>
      {errors > 0 ? t('mistakes', { n: errors }) : t('hints', { n: warnings })}
    </Text>
  );
}

function Handle({ name, place }: { readonly name: string; readonly place: Place }) {
  const t = useTexts(flowsTexts);
  const says = t('drag', { name });
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 } as const;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    place.move(by[event.key]);
  };
  return (
    <Tooltip label={says} openDelay={600}>
      <ActionIcon
        className="flow-handle"
        variant="subtle"
        color="gray"
        aria-label={says}
        draggable
        onKeyDown={press}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          const row = event.currentTarget.closest('li');
          if (row) event.dataTransfer.setDragImage(row, 16, 24);
          place.take();
        }}
        onDragEnd={({ dataTransfer }) => place.drop(dataTransfer.dropEffect !== 'none')}
      >
        <IconGripVertical size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
