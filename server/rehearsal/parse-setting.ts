import { DateTime } from 'luxon';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import { isObject, type JsonObject } from '../../nodes/contract/json.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import type { Setting } from './chat.ts';
import { readJsonObject } from './read-json.ts';

/** What a chat has that says nothing else: a Monday morning, and one contact. */
export const ordinary: Setting = {
  at: Date.UTC(2026, 2, 2, 10),
  timeZone: 'UTC',
  contact: { id: 'contact', address: '66812345678', phone: '66812345678', tags: [], fields: {} },
  number: { id: 'demo' },
  calendars: [],
  with: [],
  calendarFiles: [],
  settings: {},
};

/** Adds a line of the heading to the setting; a text instead says why the line cannot be read. */
export function parseSetting(setting: Setting, line: string): Setting | string {
  const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
  const read = words[word];
  return read
    ? read(setting, rest.trim())
    : `a heading has no "${word}"; it has ${Object.keys(words).join(', ')}, and # comments`;
}

type Read = (setting: Setting, rest: string) => Setting | string;

const words: { readonly [word: string]: Read } = {
  at: parseMoment,
  contact: withJson((setting, contact) => ({ ...setting, contact: { ...setting.contact, ...contact } })),
  number: withJson((setting, number) => ({ ...setting, number: { ...setting.number, ...number } })),
  settings: withJson((setting, settings) => ({
    ...setting,
    settings: { ...setting.settings, ...(settings as Partial<Settings>) },
  })),
  with: (setting, path) => ({ ...setting, with: [...setting.with, path] }),
  calendar: (setting, rest) =>
    rest.startsWith('{')
      ? addCalendar(setting, rest)
      : { ...setting, calendarFiles: [...setting.calendarFiles, rest] },
};

function withJson(add: (setting: Setting, value: JsonObject) => Setting): Read {
  return (setting, rest) => {
    const value = readJsonObject(rest);
    return typeof value === 'string' ? value : add(setting, value);
  };
}

function addCalendar(setting: Setting, json: string): Setting | string {
  const calendar = readCalendar(json);
  return typeof calendar === 'string'
    ? calendar
    : { ...setting, calendars: [...setting.calendars, calendar] };
}

/** A calendar read from a text, or a sentence on what it lacks. */
export function readCalendar(json: string): Calendar | string {
  const value = readJsonObject(json);
  if (typeof value === 'string') return value;
  const { id, name = id, timeZone, weekly, exceptions } = value as Partial<Calendar> & JsonObject;
  if (typeof id !== 'string' || typeof name !== 'string') return 'a calendar needs an "id"';
  if (typeof timeZone !== 'string' || !DateTime.local({ zone: timeZone }).isValid)
    return 'a calendar needs a "timeZone" such as "Asia/Bangkok"';
  if (!isObject(weekly)) return 'a calendar needs "weekly" hours such as {"mon": [["09:00", "17:00"]]}';
  return { id, name, timeZone, weekly, ...(exceptions && { exceptions }) };
}

function parseMoment(setting: Setting, rest: string): Setting | string {
  const [, day = '', time = '', zone = setting.timeZone] =
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(?: (\S+))?$/.exec(rest) ?? [];
  const at = momentOf(day, time, zone);
  return at === undefined
    ? 'a moment is written at 2026-03-02 10:00 Asia/Bangkok'
    : { ...setting, at, timeZone: zone };
}

/** A wall time in a zone as epoch ms; undefined when there is no such time or zone. */
export function momentOf(day: string, time: string, zone: string): number | undefined {
  const moment = DateTime.fromISO(`${day}T${time}`, { zone });
  return moment.isValid ? moment.toMillis() : undefined;
}
