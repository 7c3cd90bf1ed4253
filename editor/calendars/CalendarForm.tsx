import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { DateTime } from 'luxon';
import { type FormEvent, useMemo, useState } from 'react';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import { type CalendarProblem, calendarProblems } from '../../nodes/contract/calendar-problems.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import './calendars.css';
import { ExceptionsEditor } from './ExceptionsEditor.tsx';
import { StateLine } from './StateLine.tsx';
import { calendarTexts } from './texts.ts';
import { useNow } from './use-now.ts';
import { WeekEditor } from './WeekEditor.tsx';
import { WeekPicture } from './WeekPicture.tsx';
import { type CalendarDraft, newCalendar } from './week.ts';

interface CalendarFormProps {
  /** Without one, a new calendar is made. */
  readonly calendar?: Calendar;
  onSaved(id: string): void;
  onCancel?(): void;
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const PROBLEM_TEXTS = { date: 'dateWrong' } as const;

/** When a business is open: drawn, checked and shown while it is typed. Usable within a modal. */
export function CalendarForm({ calendar, onSaved, onCancel }: CalendarFormProps) {
  const t = useTexts(calendarTexts);
  const s = useTexts(settingTexts);
  const now = useNow();
  const [draft, setDraft] = useState<CalendarDraft>(() => calendar ?? newCalendar(t('newName'), ownZone));
  const [isTried, setTried] = useState(false);
  const deed = useDeed();
  const problems = useMemo(() => calendarProblems(draft), [draft]);
  const isWhole = problems.length === 0 && draft.name.trim() !== '';
  const textOf = ({ code }: CalendarProblem) => t(code === 'date' ? PROBLEM_TEXTS.date : code);
  const problemAt = (path: string) => {
    const found = problems.find(({ field }) => field === path);
    return found && textOf(found);
  };
  const put = (change: Partial<CalendarDraft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole) return;
    const saved = await deed.run(() => save(calendar?.id, draft));
    if (saved) onSaved(saved.id);
  };
  const hasZone = problemAt('timeZone') === undefined;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        <div className="calendar-top">
          <TextInput
            label={s('name')}
            value={draft.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
            error={isTried && !draft.name.trim() ? t('needName') : undefined}
            maxLength={120}
            required
            data-autofocus
          />
          <ZoneSelect value={draft.timeZone} onChange={(timeZone) => put({ timeZone })} />
        </div>
        <Preview draft={draft} isWrong={problems.length > 0} now={now} />
        <Section title={t('week')}>
          <WeekEditor weekly={draft.weekly} problemAt={problemAt} onChange={(weekly) => put({ weekly })} />
        </Section>
        <Section title={t('exceptions')} why={t('exceptionsWhy')}>
          <ExceptionsEditor
            exceptions={draft.exceptions ?? []}
            today={DateTime.fromMillis(now, { zone: hasZone ? draft.timeZone : 'UTC' }).toFormat(
              'yyyy-MM-dd',
            )}
            problemAt={problemAt}
            onChange={(exceptions) => put({ exceptions })}
          />
        </Section>
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group justify="flex-end" className="form-foot">
          {isTried && !isWhole && (
            <Text size="sm" className="bad" role="alert">
              {t('mendFirst')}
            </Text>
          )}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {s('cancel')}
            </Button>
          )}
          <Button type="submit" loading={deed.isBusy}>
            {s('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const save = (
  id: string | undefined,
  { name, timeZone, weekly, exceptions }: CalendarDraft,
): Promise<Calendar> => {
  const body = {
    ...{ name: name.trim(), timeZone, weekly },
    ...(exceptions && exceptions.length > 0 && { exceptions }),
  };
  return id === undefined ? send('POST', '/calendars', body) : send('PUT', `/calendars/${id}`, body);
};

interface SectionProps {
  readonly title: string;
  readonly why?: string;
  readonly children: React.ReactNode;
}

function Section({ title, why, children }: SectionProps) {
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      {why && (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
      <div className="section-body">{children}</div>
    </section>
  );
}

interface PreviewProps {
  readonly draft: CalendarDraft;
  readonly isWrong: boolean;
  readonly now: number;
}

/** How it will be. While something is wrong, how it would be without: the page must not jump under the mouse. */
function Preview({ draft, isWrong, now }: PreviewProps) {
  const t = useTexts(calendarTexts);
  const [good, setGood] = useState(draft);
  if (!isWrong && good !== draft) setGood(draft);
  // A new object for each change: what is worked out about a calendar is remembered by its identity.
  const calendar = useMemo<Calendar>(() => ({ id: 'draft', ...good }), [good]);
  return (
    <Paper withBorder p="md" opacity={isWrong ? 0.45 : 1}>
      <Stack gap="xs">
        <StateLine calendar={calendar} now={now} />
        <Text size="sm" fw={600}>
          {t('next7')}
        </Text>
        <WeekPicture calendar={calendar} now={now} />
      </Stack>
    </Paper>
  );
}

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

function ZoneSelect({ value, onChange }: { readonly value: string; onChange(zone: string): void }) {
  const t = useTexts(calendarTexts);
  return (
    <Select
      label={t('timeZone')}
      description={t('timeZoneHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={ZONES.includes(value) ? ZONES : [value, ...ZONES]}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('noZone')}
    />
  );
}
