import { Button, Container, Group, Paper, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Calendar } from '../../server/api/contract.ts';
import { DeleteDialog } from '../lib/DeleteDialog.tsx';
import { Dialog } from '../lib/Dialog.tsx';
import { EditAndDelete } from '../lib/EditAndDelete.tsx';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { PageHead } from '../lib/PageHead.tsx';
import { useResource } from '../lib/resource.ts';
import { Teach } from '../lib/Teach.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { Waiting } from '../lib/Waiting.tsx';
import { CalendarForm } from './CalendarForm.tsx';
import './calendars.css';
import { StateLine } from './StateLine.tsx';
import { calendarTexts } from './texts.ts';
import { useNow } from './use-now.ts';
import { WeekPicture } from './WeekPicture.tsx';

/** When the business is open, in as many calendars as it needs. */
export function CalendarsPage() {
  const t = useTexts(calendarTexts);
  const calendars = useResource<readonly Calendar[]>('/calendars');
  const now = useNow();
  const isNarrow = useMediaQuery('(max-width: 640px)') ?? false;
  const [edited, setEdited] = useState<Calendar | 'new'>();
  const [doomed, setDoomed] = useState<Calendar>();
  const done = () => {
    setEdited(undefined);
    setDoomed(undefined);
    calendars.reload();
  };
  const close = () => setEdited(undefined);
  const { may } = useMe();
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const isEmpty = calendars.data?.length === 0;
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="lg">
        <PageHead title={t('title')} why={t('why')}>
          {!isEmpty && add}
        </PageHead>
        {calendars.error && <Trouble error={calendars.error} retry={calendars.reload} />}
        {!calendars.data && !calendars.error && <Waiting />}
        {isEmpty && (
          <Teach
            icon={<IconCalendarTime size={30} />}
            title={t('emptyTitle')}
            text={t('emptyText')}
            points={[t('emptyOne'), t('emptyTwo'), t('emptyThree')]}
          >
            {add}
          </Teach>
        )}
        <ul className="plain-list calendars">
          {calendars.data?.map((calendar) => (
            <CalendarCard
              key={calendar.id}
              calendar={calendar}
              now={now}
              onEdit={() => setEdited(calendar)}
              onDelete={() => setDoomed(calendar)}
            />
          ))}
        </ul>
      </Stack>
      {edited && (
        <Dialog
          size={900}
          fullScreen={isNarrow}
          onClose={close}
          title={edited === 'new' ? t('add') : edited.name}
        >
          <CalendarForm {...(edited !== 'new' && { calendar: edited })} onSaved={done} onCancel={close} />
        </Dialog>
      )}
      {doomed && (
        <DeleteDialog kind="calendar" thing={doomed} onDeleted={done} onClose={() => setDoomed(undefined)} />
      )}
    </Container>
  );
}

interface CalendarCardProps {
  readonly calendar: Calendar;
  readonly now: number;
  onEdit(): void;
  onDelete(): void;
}

function CalendarCard({ calendar, now, onEdit, onDelete }: CalendarCardProps) {
  const { name, timeZone } = calendar;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-start">
          <div className="grows">
            <Text fw={650}>{name}</Text>
            <Text size="sm" c="dimmed">
              {timeZone}
            </Text>
          </div>
          <EditAndDelete name={name} onEdit={onEdit} onDelete={onDelete} />
        </Group>
        <StateLine calendar={calendar} now={now} />
        <WeekPicture calendar={calendar} now={now} />
      </Stack>
    </Paper>
  );
}
