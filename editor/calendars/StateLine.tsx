import { Group, Text } from '@mantine/core';
import { IconDoor, IconDoorOff } from '@tabler/icons-react';
import { type Calendar, calendarState } from '../../nodes/contract/calendar.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import type { TranslateOf } from '../lib/texts.ts';
import { calendarTexts } from './texts.ts';

const SOON_MS = 6 * 86_400_000;

/** Whether a calendar is open now, and until when, in one line. */
export function StateLine({ calendar, now }: { readonly calendar: Calendar; readonly now: number }) {
  const t = useTexts(calendarTexts);
  const { locale } = useWords();
  const { open, changesAt, exception } = calendarState(calendar, now);
  const time =
    changesAt === undefined ? undefined : clockOf(locale, calendar.timeZone, { at: changesAt, now });
  const Icon = open ? IconDoor : IconDoorOff;
  return (
    <Group gap={6} wrap="nowrap" className={open ? 'good' : 'state-closed'} role="status">
      <Icon aria-hidden size={18} />
      <Text size="sm" fw={600}>
        {sentence(t, { open, time, exception })}
      </Text>
    </Group>
  );
}

interface Facts {
  readonly open: boolean;
  readonly time: string | undefined;
  readonly exception: string | undefined;
}

function sentence(t: TranslateOf<keyof typeof calendarTexts.en>, { open, time, exception }: Facts): string {
  if (time === undefined) return t(open ? 'openAlways' : 'closedAlways');
  if (open) return t('openUntil', { time });
  return exception ? t('closedFor', { name: exception, time }) : t('closedUntil', { time });
}

interface Moments {
  readonly at: number;
  readonly now: number;
}

/** The time, with the day if it is another one. */
export function clockOf(locale: string, timeZone: string, { at, now }: Moments): string {
  const format = (options: Intl.DateTimeFormatOptions, moment = at) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(moment);
  const day = (moment: number) => format({ dateStyle: 'short' }, moment);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  if (day(at) === day(now)) return format(time);
  return format({
    ...time,
    ...(at - now < SOON_MS ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
  });
}
