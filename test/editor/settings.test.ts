import { describe, expect, test } from 'vitest';
import {
  fullDate,
  hoursOf,
  keptDate,
  newCalendar,
  pictureOf,
  readTime,
  WEEK,
  WORKDAYS,
  withAnother,
  withHours,
} from '../../editor/calendars/week.ts';
import { bodyOf, draftOf, hasMoved, isAddress } from '../../editor/connections/connection-draft.ts';
import { checkSentence } from '../../editor/numbers/check-sentence.ts';
import { checkTexts } from '../../editor/numbers/check-texts.ts';
import { type Choice, chosen, pageOf, tally } from '../../editor/numbers/choosing.ts';
import { checkable, EMPTY, missingIn, stepsFor } from '../../editor/numbers/number-draft.ts';
import { isEmpty, isWhole, bodyOf as planBody } from '../../editor/numbers/plan.ts';
import type { ConnectionView, NumberView } from '../../server/api/contract.ts';

const number = (change: Partial<NumberView>): NumberView => ({
  ...{
    id: '1',
    account: '9',
    name: 'Shop',
    display: '+66 2 555 0100',
    perSecond: 20,
    waiting: 0,
    failures: 0,
  },
  ...{ state: 'ready', virtual: false, secretsReadable: true },
  ...change,
});

describe('many numbers', () => {
  const numbers = [
    number({ id: '1', name: 'Bangkok', state: 'ready', quality: 'high', waiting: 5 }),
    number({ id: '2', name: 'anna', state: 'trouble', display: '+49 (30) 123-45' }),
    number({ id: '3', name: 'Chiang Mai', state: 'risk', quality: 'low', lastInboundAt: 9 }),
  ];
  const all: Choice = { search: '', by: 'name', isDown: false };
  const ids = (choice: Choice) => chosen(numbers, choice).map(({ id }) => id);

  test.each<[string, Partial<Choice>, readonly string[]]>([
    ['by name, whatever the letters', {}, ['2', '1', '3']],
    ['downwards', { isDown: true }, ['3', '1', '2']],
    ['the worst first', { by: 'state' }, ['2', '3', '1']],
    ['the longest queue first', { by: 'waiting', isDown: true }, ['1', '2', '3']],
    ['by quality, unknown last', { by: 'quality' }, ['3', '1', '2']],
    ['in one state', { state: 'risk' }, ['3']],
    ['by a part of the name', { search: ' CHIANG' }, ['3']],
    ['by the number, however it is written', { search: '3012 345' }, ['2']],
    ['by nothing that fits', { search: 'x' }, []],
  ])('%s', (_, change, expected) => {
    expect(ids({ ...all, ...change })).toEqual(expected);
  });

  test('are counted by state, the worst first', () => {
    expect(tally(numbers)).toEqual([
      ['trouble', 1],
      ['risk', 1],
      ['ready', 1],
    ]);
  });

  test('are turned over in pages that there are', () => {
    expect(pageOf([1, 2, 3], 2, 2)).toEqual({ items: [3], page: 2, pages: 2 });
    expect(pageOf([1, 2, 3], 9, 2).page).toBe(2);
    expect(pageOf([], 1, 2)).toEqual({ items: [], page: 1, pages: 1 });
  });
});

test('a plan sends what changes, and says what is to be emptied', () => {
  expect(planBody({})).toEqual({});
  expect(planBody({ flows: 'all', fallback: '' })).toEqual({ clear: ['flows', 'fallback'] });
  expect(planBody({ flows: ['a'], fallback: 'b', perSecond: 5 })).toEqual({
    ...{ flows: ['a'], fallback: 'b', perSecond: 5 },
  });
  expect([isEmpty({}), isEmpty({ fallback: '' })]).toEqual([true, false]);
  expect([isWhole({ flows: [] }), isWhole({ flows: 'all' }), isWhole({ name: ' ' })]).toEqual([
    false,
    true,
    false,
  ]);
});

test('the wizard checks what has been entered up to a step, and shows what concerns it', () => {
  const draft = { ...EMPTY, id: ' 123 ', account: '456', token: 'EAA', appSecret: 'later' };
  expect(checkable(draft, 'ids')).toEqual({ id: '123', account: '456' });
  expect(checkable(draft, 'token')).toEqual({ id: '123', account: '456', token: 'EAA' });
  expect(missingIn(draft, 'webhook')).toEqual(['name', 'display']);
  const step = (name: string) => ({ step: name, is: 'ok', ok: true, code: 'c', says: 's' }) as const;
  expect(stepsFor('secret', [step('token'), step('secret'), step('address')])).toEqual([step('secret')]);
});

test('what a check found is said in the reader’s language, else in the words of the server', () => {
  const t = (key: keyof typeof checkTexts.th) => checkTexts.th[key];
  const step = { step: 'id', is: 'wrong', ok: false, says: 'In English.' } as const;
  expect(checkSentence(t, { ...step, code: 'id-not-digits' })).toBe(checkTexts.th.idNotDigits);
  expect(checkSentence(t, { ...step, code: 'of-another-release' })).toBe('In English.');
});

describe('a week', () => {
  const { weekly } = newCalendar('Office', 'UTC');
  test('begins as an office, and days copy their hours', () => {
    expect(Object.keys(weekly)).toEqual(WORKDAYS);
    const late = withHours(weekly, ['mon'], [['12:00', '20:00']]);
    const copied = withHours(late, WEEK, hoursOf(late, 'mon'));
    expect(WEEK.map((day) => hoursOf(copied, day))).toEqual(WEEK.map(() => [['12:00', '20:00']]));
    expect(withHours(weekly, ['mon'], [])).not.toHaveProperty('mon');
    expect(withAnother([['09:00', '12:00']])).toEqual([
      ['09:00', '12:00'],
      ['13:00', '16:00'],
    ]);
  });

  test.each([
    ['9', '09:00', '09:00'],
    ['9:30', '09:30', '09:30'],
    ['17.05', '17:05', '17:05'],
    ['0930', '09:30', '09:30'],
    ['5 pm', '17:00', '17:00'],
    ['12am', '00:00', '24:00'],
    ['12pm', '12:00', '12:00'],
    ['00:00', '00:00', '24:00'],
    ['24:00', undefined, '24:00'],
    ['24:30', undefined, undefined],
    ['25', undefined, undefined],
    ['9:60', undefined, undefined],
    ['13pm', undefined, undefined],
    ['noon', undefined, undefined],
    ['', undefined, undefined],
  ])('%j is the time %s, or %s at an end', (typed, from, to) => {
    expect([readTime(typed, false), readTime(typed, true)]).toEqual([from, to]);
  });

  test('is drawn as seven days, nights cut at midnight, exceptions named', () => {
    const exceptions = [{ date: '2026-03-03', name: 'Party', open: [] }];
    const calendar = {
      id: 'c',
      name: 'C',
      timeZone: 'UTC',
      weekly: { mon: [['18:00', '06:00']] as const },
      exceptions,
    };
    const days = pictureOf(calendar, Date.parse('2026-03-02T12:00Z'));
    expect(days.map(({ open }) => open)).toEqual([
      [{ from: 0.75, to: 1 }],
      [{ from: 0, to: 0.25 }],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(days[1]?.exception).toBe('Party');
  });

  test('knows days of every year and days that come once', () => {
    expect(fullDate('12-25', 2026)).toBe('2026-12-25');
    expect(fullDate('02-29', 2026)).toBe('2028-02-29');
    expect(fullDate('2027-01-01', 2026)).toBe('2027-01-01');
    expect([keptDate('2026-12-25', true), keptDate('2026-12-25', false)]).toEqual(['12-25', '2026-12-25']);
  });
});

describe('a connection', () => {
  const view: ConnectionView = {
    ...{ id: 'c', name: 'C', kind: 'http', baseUrl: 'https://a.test/v1', secretsReadable: true },
    headers: ['Authorization', 'X-Id'],
  };
  test('keeps its stored keys unless there are new ones', () => {
    const draft = draftOf(view);
    expect(bodyOf(draft)).toMatchObject({ headers: {}, keep: ['Authorization', 'X-Id'] });
    expect(bodyOf({ ...draft, key: 'Bearer new' })).toMatchObject({
      headers: { authorization: 'Bearer new' },
      keep: ['X-Id'],
    });
    expect(
      bodyOf({
        ...draft,
        headers: [
          { name: 'x-id', value: '7' },
          { name: '', value: '8' },
        ],
      }),
    ).toMatchObject({
      headers: { 'x-id': '7' },
      keep: ['Authorization'],
    });
    expect(draftOf({ ...view, secretsReadable: false }).keep).toEqual([]);
  });
  test('has a model only if it is one', () => {
    const draft = { ...draftOf(view), model: 'small' };
    expect(bodyOf(draft)).not.toHaveProperty('model');
    expect(bodyOf({ ...draft, kind: 'ai' })).toHaveProperty('model', 'small');
  });
  test('notices when its keys would go to another server', () => {
    const draft = draftOf(view);
    expect(hasMoved(view, { ...draft, baseUrl: 'https://a.test/v2' })).toBe(false);
    expect(hasMoved(view, { ...draft, baseUrl: 'https://b.test/v1' })).toBe(true);
    expect(hasMoved(undefined, { ...draft, baseUrl: 'https://b.test' })).toBe(false);
    expect(['https://a.test', 'ftp://a', 'a.test', ''].map(isAddress)).toEqual([true, false, false, false]);
  });
});
