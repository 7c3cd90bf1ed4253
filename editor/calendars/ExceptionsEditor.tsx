import { ActionIcon, Button, Checkbox, Group, Stack, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { CalendarException } from '../../nodes/contract/calendar.ts';
import { useTexts } from '../lib/language.tsx';
import { IntervalsEditor } from './IntervalsEditor.tsx';
import { calendarTexts } from './texts.ts';
import { fullDate, keptDate } from './week.ts';

interface ExceptionsEditorProps {
  readonly exceptions: readonly CalendarException[];
  /** Today where the calendar is, as `2026-12-25`. */
  readonly today: string;
  problemAt(path: string): string | undefined;
  onChange(exceptions: readonly CalendarException[]): void;
}

/** Holidays, and days with hours of their own. */
export function ExceptionsEditor({ exceptions, today, problemAt, onChange }: ExceptionsEditorProps) {
  const t = useTexts(calendarTexts);
  return (
    <Stack gap="sm">
      {exceptions.map((exception, index) => (
        <OneException
          // biome-ignore lint/suspicious/noArrayIndexKey: two days may be the same while they are typed
          key={index}
          exception={exception}
          thisYear={Number(today.slice(0, 4))}
          problemAt={(path) => problemAt(`exceptions.${index}.${path}`)}
          onChange={(next) => onChange(exceptions.with(index, next))}
          onRemove={() => onChange(exceptions.toSpliced(index, 1))}
        />
      ))}
      <Group>
        <Button
          variant="light"
          leftSection={<IconPlus aria-hidden size={18} />}
          onClick={() => onChange([...exceptions, { date: today, open: [] }])}
        >
          {t('addException')}
        </Button>
      </Group>
    </Stack>
  );
}

interface OneExceptionProps {
  readonly exception: CalendarException;
  readonly thisYear: number;
  problemAt(path: string): string | undefined;
  onChange(exception: CalendarException): void;
  onRemove(): void;
}

function OneException({ exception, thisYear, problemAt, onChange, onRemove }: OneExceptionProps) {
  const t = useTexts(calendarTexts);
  const { date, name = '', open } = exception;
  const isYearly = date.length === 5;
  const full = fullDate(date, thisYear);
  const named = name || t('specialDay');
  const rename = (next: string) => {
    const { name: _, ...rest } = exception;
    onChange(next === '' ? rest : { ...rest, name: next });
  };
  return (
    <div className="exception">
      <TextInput
        type="date"
        label={t('date')}
        value={full}
        error={problemAt('date')}
        onChange={(event) => onChange({ ...exception, date: keptDate(event.currentTarget.value, isYearly) })}
      />
      <TextInput
        label={t('exceptionName')}
        placeholder={t('exceptionHint')}
        value={name}
        maxLength={120}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <Checkbox
        label={t('yearly')}
        checked={isYearly}
        onChange={(event) => onChange({ ...exception, date: keptDate(full, event.currentTarget.checked) })}
        className="exception-yearly"
      />
      <Switch
        className="exception-switch"
        checked={open.length > 0}
        onChange={(event) =>
          onChange({ ...exception, open: event.currentTarget.checked ? [['09:00', '12:00']] : [] })
        }
        label={t(open.length > 0 ? 'open' : 'closed')}
        aria-label={t('openDay', { day: named })}
      />
      <Tooltip label={t('removeException', { name: named })}>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          onClick={onRemove}
          aria-label={t('removeException', { name: named })}
          className="exception-remove"
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
      {open.length > 0 && (
        <div className="exception-hours">
          <IntervalsEditor
            day={named}
            hours={open}
            problem={(index) => problemAt(`open.${index}`)}
            onChange={(next) => onChange({ ...exception, open: next })}
          />
        </div>
      )}
    </div>
  );
}
