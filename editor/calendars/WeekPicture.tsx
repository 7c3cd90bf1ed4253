import { Text } from '@mantine/core';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { calendarTexts } from './texts.ts';
import { type PictureDay, pictureOf } from './week.ts';

const HOURS = [0, 6, 12, 18, 24];

/** The next seven days as bars of 24 hours: how the calendar will really be. */
export function WeekPicture({ calendar, now }: { readonly calendar: Calendar; readonly now: number }) {
  const t = useTexts(calendarTexts);
  const { locale } = useWords();
  const { timeZone } = calendar;
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const name = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric' });
  const days = pictureOf(calendar, now);
  const hoursOf = ({ at, open }: PictureDay): string =>
    open
      .map(({ from, to }) => `${time.format(at + from * DAY_MS)}–${time.format(at + to * DAY_MS)}`)
      .join(', ');
  return (
    <div
      className="picture"
      role="img"
      aria-label={days.map((day) => says(t, name.format(day.at), hoursOf(day))).join('. ')}
    >
      {days.map((day, index) => (
        <div key={day.at} className="picture-day" title={says(t, name.format(day.at), hoursOf(day))}>
          <Text
            size="xs"
            {...(index > 0 && { c: 'dimmed' })}
            fw={index === 0 ? 700 : 400}
            className="picture-name"
          >
            {index === 0 ? t('today') : name.format(day.at)}
          </Text>
          <div className="picture-bar">
            {day.open.map(({ from, to }) => (
              <span
                key={from}
                className="picture-open"
                style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }}
              />
            ))}
            {index === 0 && (
              <span
                className="picture-now"
                style={{ insetInlineStart: `${((now - day.at) / DAY_MS) * 100}%` }}
              />
            )}
            {day.exception && <span className="picture-exception">{day.exception}</span>}
          </div>
        </div>
      ))}
      <div className="picture-day" aria-hidden>
        <span className="picture-name" />
        <div className="picture-hours">
          {HOURS.map((hour) => (
            <Text key={hour} size="xs" c="dimmed" component="span">
              {hour}
            </Text>
          ))}
        </div>
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;

const says = (
  t: (key: 'openHours' | 'closedAll', values: { readonly [hole: string]: string }) => string,
  day: string,
  hours: string,
): string => (hours === '' ? t('closedAll', { day }) : t('openHours', { day, hours }));
