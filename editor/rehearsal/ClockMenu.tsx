import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { type Moment, momentAt } from './chat-text.ts';
import type { RehearsalState } from './rehearsal-state.ts';
import { type Reader, sayMoment } from './say.ts';
import type { Act } from './use-rehearsal.ts';

interface ClockMenuProps {
  readonly state: RehearsalState;
  readonly act: Act;
  readonly reader: Reader;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What time it is in the rehearsal; before the first word the clock is set, afterwards time passes. */
export function ClockMenu({ state, act, reader }: ClockMenuProps) {
  const { t, locale } = reader;
  const [isOpen, setOpen] = useState(false);
  const { answer, start, lines } = state;
  const zone = answer?.timeZone ?? start.zone;
  const now = answer?.at;
  const shown = now === undefined ? `${start.day} ${start.time}` : sayMoment(now, zone, locale);
  const go = (line: string, moment: Moment) => {
    act(lines.length === 0 ? { type: 'start', start: moment } : { type: 'say', line });
    setOpen(false);
  };
  const later = (ms: number) => momentAt((now ?? 0) + ms, zone);
  const until = (moment: Moment) => go(`~ until ${moment.day} ${moment.time}`, moment);
  const jumps = [
    { label: t('hourLater'), go: () => go('~ 1h', later(HOUR_MS)) },
    { label: t('tomorrow'), go: () => until({ ...later(DAY_MS), time: '09:00' }) },
    { label: t('daysLater'), go: () => go('~ 3d', later(3 * DAY_MS)) },
    ...(answer?.openings ?? []).slice(0, 3).map(({ name, opens }) => {
      const [day = '', time = ''] = opens.split(' ');
      return { label: t('opensNext', { name, when: opens }), go: () => until({ day, time, zone }) };
    }),
  ];
  return (
    <Popover opened={isOpen} onChange={setOpen} width={330} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconClock size={14} aria-hidden />}
          aria-label={`${t('clock')}: ${shown}`}
          onClick={() => setOpen(!isOpen)}
        >
          {shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4}>
          {jumps.map((jump) => (
            <Button key={jump.label} size="xs" variant="light" onClick={jump.go} disabled={now === undefined}>
              {jump.label}
            </Button>
          ))}
          <ExactTime from={later(0)} go={until} reader={reader} key={shown} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ExactTimeProps {
  readonly from: Moment;
  readonly reader: Reader;
  go(moment: Moment): void;
}

function ExactTime({ from, go, reader: { t } }: ExactTimeProps) {
  const [day, setDay] = useState(from.day);
  const [time, setTime] = useState(from.time);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go({ day, time, zone: from.zone });
      }}
    >
      <Group gap={6} align="end" mt={6} wrap="nowrap">
        <TextInput
          type="date"
          size="xs"
          label={t('day')}
          required
          withAsterisk={false}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          size="xs"
          label={t('time')}
          required
          withAsterisk={false}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <Button type="submit" size="xs">
          {t('go')}
        </Button>
      </Group>
    </form>
  );
}
