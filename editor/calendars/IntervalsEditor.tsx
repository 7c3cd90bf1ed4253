import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Interval } from '../../nodes/contract/calendar.ts';
import { useTexts } from '../lib/language.tsx';
import { TimeField } from './TimeField.tsx';
import { calendarTexts } from './texts.ts';
import { isWholeDay, runsOver, withAnother } from './week.ts';

interface IntervalsEditorProps {
  /** What the hours are for, as the labels say it. */
  readonly day: string;
  readonly hours: readonly Interval[];
  /** What is wrong with an interval, by its place. */
  problem(index: number): string | undefined;
  onChange(hours: readonly Interval[]): void;
}

/** The hours of one day: none, one stretch or several. */
export function IntervalsEditor({ day, hours, problem, onChange }: IntervalsEditorProps) {
  const t = useTexts(calendarTexts);
  const isFull = isWholeDay(hours);
  return (
    <Group gap="xs" className="intervals">
      {isFull && <Badge className="badge">{t('wholeDay')}</Badge>}
      {!isFull &&
        hours.map((interval, index) => (
          <OneInterval
            // biome-ignore lint/suspicious/noArrayIndexKey: hours have nothing but their place
            key={index}
            day={day}
            interval={interval}
            problem={problem(index)}
            onChange={(next) => onChange(hours.with(index, next))}
            onRemove={() => onChange(hours.toSpliced(index, 1))}
          />
        ))}
      {!isFull && hours.length > 0 && (
        <Tooltip label={t('addHours', { day })}>
          <ActionIcon
            variant="subtle"
            size="lg"
            onClick={() => onChange(withAnother(hours))}
            aria-label={t('addHours', { day })}
          >
            <IconPlus size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

interface OneIntervalProps {
  readonly day: string;
  readonly interval: Interval;
  readonly problem: string | undefined;
  onChange(interval: Interval): void;
  onRemove(): void;
}

function OneInterval({ day, interval, problem, onChange, onRemove }: OneIntervalProps) {
  const t = useTexts(calendarTexts);
  const [from, to] = interval;
  return (
    <div className="interval">
      <Group gap={4} wrap="nowrap">
        <TimeField
          label={t('from', { day })}
          time={from}
          isWrong={problem !== undefined}
          onChange={(time) => onChange([time, to])}
        />
        <span aria-hidden>–</span>
        <TimeField
          label={t('to', { day })}
          time={to}
          isEnd
          isWrong={problem !== undefined}
          onChange={(time) => onChange([from, time])}
        />
        <Tooltip label={t('removeHours', { day })}>
          <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={t('removeHours', { day })}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {problem !== undefined ? (
        <Text size="xs" className="bad" role="alert">
          {problem}
        </Text>
      ) : (
        runsOver(interval) && (
          <Text size="xs" c="dimmed">
            {t('nextDay')}
          </Text>
        )
      )}
    </div>
  );
}
