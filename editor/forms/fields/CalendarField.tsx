import { Button, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Calendar } from '../../../nodes/contract/calendar.ts';
import { Link } from '../../lib/Link.tsx';
import { useTexts, useWords } from '../../lib/language.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { ThingSelect } from '../parts/ThingSelect.tsx';
import { thingTexts } from '../texts/thing-texts.ts';
import { useThings } from '../use-things.ts';

/** Business hours, with how they stand now. */
export function CalendarField(props: FieldProps) {
  const { schema, path, value, isRequired } = props;
  const t = useTexts(thingTexts);
  const { set, around } = useForm();
  const calendars = useThings<Calendar>('calendar');
  const chosen = calendars.data?.find(({ id }) => id === value);
  const stands = useStanding(chosen);
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <ThingSelect {...props} things={calendars} />
      {stands && (
        <p className="field-note" data-open={stands.isOpen}>
          <span className="open-dot" aria-hidden />
          {t(
            stands.isOpen
              ? stands.until === ''
                ? 'alwaysOpen'
                : 'openUntil'
              : stands.until === ''
                ? 'neverOpens'
                : 'closedUntil',
            {
              time: stands.until,
            },
          )}
        </p>
      )}
      <NewCalendar
        made={(id) => {
          calendars.reload();
          set(path, id, 'deed');
        }}
      />
      {calendars.data && (calendars.data.length > 0 || !around.CalendarForm) && (
        <p className="field-note">
          <Link to="/calendars">{t(calendars.data.length === 0 ? 'firstCalendar' : 'editCalendars')}</Link>
        </p>
      )}
    </FieldFrame>
  );
}

/** Makes a calendar where one is missing, without leaving the flow. */
function NewCalendar({ made }: { made(id: string): void }) {
  const t = useTexts(thingTexts);
  const { around, isReadOnly } = useForm();
  const [isOpen, setOpen] = useState(false);
  const { CalendarForm } = around;
  if (!CalendarForm || isReadOnly) return null;
  return (
    <>
      <Button
        mt={4}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('newCalendar')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('newCalendar')} size="lg">
        <CalendarForm
          onSaved={(id) => {
            setOpen(false);
            made(id);
          }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </>
  );
}

interface Standing {
  readonly isOpen: boolean;
  /** When that ends, as people say it; empty when it does not. */
  readonly until: string;
}

/** Working with time zones is large to load, so it comes when a calendar is shown. */
function useStanding(calendar: Calendar | undefined): Standing | undefined {
  const { locale } = useWords();
  const [stands, setStands] = useState<Standing>();
  useEffect(() => {
    if (!calendar) return setStands(undefined);
    let isWanted = true;
    void import('../../../nodes/contract/calendar.ts').then(({ isOpen, nextClosing, nextOpening }) => {
      if (!isWanted) return;
      const now = Date.now();
      const open = isOpen(calendar, now);
      const change = open ? nextClosing(calendar, now) : nextOpening(calendar, now);
      setStands({
        isOpen: open,
        until: change === undefined ? '' : clock(change, now, calendar.timeZone, locale),
      });
    });
    return () => {
      isWanted = false;
    };
  }, [calendar, locale]);
  return stands;
}

const DAY_MS = 86_400_000;

function clock(moment: number, now: number, timeZone: string, locale: string): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  if (day.format(moment) === day.format(now)) return new Intl.DateTimeFormat(locale, time).format(moment);
  const date =
    moment - now < 6 * DAY_MS
      ? ({ weekday: 'long' } as const)
      : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...date, ...time }).format(moment);
}
