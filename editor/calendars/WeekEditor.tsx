import { ActionIcon, Menu, Switch, Text } from '@mantine/core';
import { IconClock24, IconCopy, IconDots } from '@tabler/icons-react';
import type { Calendar, Interval, Weekday } from '../../nodes/contract/calendar.ts';
import { useTexts } from '../lib/language.tsx';
import { IntervalsEditor } from './IntervalsEditor.tsx';
import { calendarTexts } from './texts.ts';
import { hoursOf, WEEK, WORKDAYS, wholeDay, withHours } from './week.ts';

interface WeekEditorProps {
  readonly weekly: Calendar['weekly'];
  /** What is wrong at a path such as `weekly.mon.1`. */
  problemAt(path: string): string | undefined;
  onChange(weekly: Calendar['weekly']): void;
}

const USUAL: readonly Interval[] = [['09:00', '17:00']];

/** The hours of each day of the week. */
export function WeekEditor({ weekly, problemAt, onChange }: WeekEditorProps) {
  const t = useTexts(calendarTexts);
  const put = (days: readonly Weekday[], hours: readonly Interval[]) =>
    onChange(withHours(weekly, days, hours));
  return (
    <div className="week">
      {WEEK.map((day) => {
        const hours = hoursOf(weekly, day);
        const isOpen = hours.length > 0;
        return (
          <div key={day} className="week-day">
            <Switch
              checked={isOpen}
              onChange={(event) => put([day], event.currentTarget.checked ? usualOf(weekly) : [])}
              label={t(day)}
              aria-label={t('openDay', { day: t(day) })}
              className="week-switch"
            />
            <div className="grows">
              {isOpen ? (
                <IntervalsEditor
                  day={t(day)}
                  hours={hours}
                  problem={(index) => problemAt(`weekly.${day}.${index}`)}
                  onChange={(next) => put([day], next)}
                />
              ) : (
                <Text c="dimmed">{t('closed')}</Text>
              )}
            </div>
            <DayMenu
              day={t(day)}
              onWorkdays={() => put(WORKDAYS, hours)}
              onAll={() => put(WEEK, hours)}
              onWhole={() => put([day], wholeDay)}
            />
          </div>
        );
      })}
    </div>
  );
}

/** A day that is opened begins with the hours of the first open one. */
const usualOf = (weekly: Calendar['weekly']): readonly Interval[] =>
  WEEK.map((day) => hoursOf(weekly, day)).find((hours) => hours.length > 0) ?? USUAL;

interface DayMenuProps {
  readonly day: string;
  onWorkdays(): void;
  onAll(): void;
  onWhole(): void;
}

function DayMenu({ day, onWorkdays, onAll, onWhole }: DayMenuProps) {
  const t = useTexts(calendarTexts);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('copyDay', { day })}
          title={t('copyDay', { day })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onWorkdays}>
          {t('toWorkdays')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onAll}>
          {t('toAll')}
        </Menu.Item>
        <Menu.Item leftSection={<IconClock24 size={16} />} onClick={onWhole}>
          {t('makeWhole')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
