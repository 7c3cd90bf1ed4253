import { expect, test } from 'vitest';
import { parseChat } from '../../server/rehearsal/parse-chat.ts';
import { parseSpan, showSpan } from '../../server/rehearsal/span.ts';

const deed = (line: string) => parseChat(line).lines[0]?.deed;
const content = (line: string) => {
  const found = deed(line);
  return found?.does === 'write' ? found.content : undefined;
};

test('a heading sets contact, moment, number and hours', () => {
  const { setting } = parseChat(
    [
      ...['# About', 'contact {"name": "Ana", "tags": ["vip"]}', 'at 2026-03-02 10:00 Asia/Bangkok'],
      ...[
        'number {"id": "shop", "fallback": "welcome"}',
        'with ../welcome/flow.json',
        'settings {"timeZone": "UTC"}',
      ],
      ...[
        'calendar {"id": "office", "timeZone": "UTC", "weekly": {}}',
        'calendar ../office.json',
        '',
        '< hi',
      ],
    ].join('\n'),
  );
  expect(setting).toMatchObject({
    at: Date.UTC(2026, 2, 2, 3),
    timeZone: 'Asia/Bangkok',
    contact: { name: 'Ana', tags: ['vip'], phone: '66812345678' },
    number: { id: 'shop', fallback: 'welcome' },
    with: ['../welcome/flow.json'],
    calendars: [{ id: 'office', name: 'office' }],
    calendarFiles: ['../office.json'],
    settings: { timeZone: 'UTC' },
  });
});

test.each([
  ['at tomorrow', /a moment is written/],
  ['at 2026-03-02 10:00 Asia/Atlantis', /a moment is written/],
  ['contact Ana', /not JSON/],
  ['contact ["Ana"]', /must be an object/],
  ['calendar {"id": "office"}', /"timeZone"/],
  ['< <song>', /no kind of message/],
  ['< <location here>', /a location is written/],
  ['~ it rains', /the world does not do that/],
  ['~ record {', /not JSON/],
  ['\n  Ana: hello', /a line begins with/],
  ['\nAna: hello', /a line begins with/],
])('"%s" is a problem with a sentence', (line, sentence) => {
  const problems = parseChat(line).lines.flatMap(({ problem }) => problem ?? []);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(sentence);
});

test('indented lines and the blank lines between them belong to the line above', () => {
  expect(content('< one\n  two\n\n  three\n\n< four')).toEqual({ kind: 'text', text: 'one\ntwo\n\nthree' });
  expect(parseChat('< a\n> b\n\n  c\n\n< d').lines.map(({ raw }) => raw)).toEqual(['< a', '', '< d']);
});

test('a contact can send everything that WhatsApp can', () => {
  expect(deed('< [Yes] @2')).toEqual({ does: 'tap', label: 'Yes', back: 2 });
  expect(content('< <image "our door">')).toMatchObject({
    kind: 'media',
    media: 'image',
    caption: 'our door',
  });
  expect(content('< <document plan.pdf>')).toMatchObject({ media: 'document', filename: 'plan.pdf' });
  expect(content('< <voice>')).toMatchObject({ media: 'audio', voice: true });
  expect(content('< <location 13.7,100.5 "Home">')).toEqual({
    ...{ kind: 'location', latitude: 13.7, longitude: 100.5, name: 'Home' },
  });
  expect(content('< <form booking {"day": "Mon"}>')).toMatchObject({
    name: 'booking',
    answers: { day: 'Mon' },
  });
  expect(deed('< <reaction 👍>')).toEqual({ does: 'react', emoji: '👍' });
  expect(content('< <3')).toEqual({ kind: 'text', text: '<3' });
});

test('the world can answer, fail, wait and send people', () => {
  expect(deed('~ 200 {"ok": true}')).toEqual({ does: 'answer', status: 200, body: { ok: true } });
  expect(deed('~ 502 Bad gateway')).toEqual({ does: 'answer', status: 502, body: 'Bad gateway' });
  expect(deed('~ failed no route')).toEqual({ does: 'fail', code: 'failed', reason: 'no route' });
  expect(deed('~ 1d 2h')).toEqual({ does: 'pass', ms: 93_600_000 });
  expect(deed('~ agent Mali Srisuk takes it')).toEqual({ does: 'claim', agent: 'Mali Srisuk' });
  expect(deed('~ the customer left')).toEqual({ does: 'release', how: 'customerLeft' });
});

test('spans are read and shown alike', () => {
  for (const span of ['30m', '1d 2h', '1h 30m 5s', '0s']) expect(showSpan(parseSpan(span) ?? -1)).toBe(span);
  expect(parseSpan('soon')).toBeUndefined();
});
