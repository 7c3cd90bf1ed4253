import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const office = {
  name: 'Office',
  timeZone: 'Asia/Bangkok',
  weekly: { mon: [['09:00', '17:00']] },
  exceptions: [{ date: '12-25', name: 'Christmas', open: [] }],
};

test('a calendar says whether it is open, why, and until when', async () => {
  expect((await stand.ask('POST', '/calendars', office)).body.id).toBe('office');
  expect((await stand.ask('POST', '/calendars', office)).body.id).toBe('office-2');
  const state = async (time: string) =>
    (await stand.ask('GET', `/calendars/office/state?at=${Date.parse(`${time}+07:00`)}`)).body;
  expect(await state('2026-03-02T16:59:59')).toMatchObject({
    ...{ open: true, says: 'open until 17:00', changesAt: Date.parse('2026-03-02T17:00+07:00') },
  });
  expect(await state('2026-03-02T17:00')).toMatchObject({
    ...{ open: false, changesAt: Date.parse('2026-03-09T09:00+07:00') },
  });
  expect(await state('2026-12-25T12:00')).toMatchObject({ open: false, exception: 'Christmas' });
  expect((await stand.ask('GET', '/calendars/office/state')).body.at).toEqual(expect.any(Number));
  expect((await stand.ask('GET', '/calendars/none/state')).status).toBe(404);
  expect((await stand.ask('GET', '/calendars/office/state?at=soon')).status).toBe(422);
});

test('hours that cannot be are refused, each by a sentence', async () => {
  const bad = {
    ...office,
    weekly: {
      mon: [
        ['09:00', '17:00'],
        ['16:00', '18:00'],
        ['20:00', '20:00'],
      ],
      tue: [['08:00', '24:30']],
    },
    exceptions: [
      { date: '02-30', open: [] },
      { date: '12-25', open: [] },
      { date: '12-25', open: [] },
    ],
  };
  const { status, body } = await stand.ask('PUT', '/calendars/office', bad);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([
    { field: 'weekly.mon.1', message: '16:00–18:00 on Monday overlaps 09:00–17:00.' },
    { field: 'weekly.mon.2', message: '20:00–20:00 on Monday has no time in it.' },
    { field: 'weekly.tue.0', message: '"24:30" on Tuesday is no time of a day.' },
    { field: 'exceptions.0.date', message: 'There is no day "02-30".' },
    { field: 'exceptions.2.date', message: 'The day 12-25 is in the list twice.' },
  ]);
  expect((await stand.ask('GET', '/calendars')).body[0]).toEqual({ id: 'office', ...office });
});

test('a team has a description, and tells who uses it', async () => {
  const { body } = await stand.ask('POST', '/teams', { name: 'Sales', description: 'Prices and offers' });
  expect(body).toEqual({ id: 'sales', name: 'Sales', description: 'Prices and offers' });
  expect((await stand.ask('GET', '/uses/team/sales')).body).toEqual([]);
  const flow = { name: 'Needs sales', nodes: [], edges: [], onFailure: { team: 'sales', flow: 'other' } };
  await stand.ask('POST', '/flows', flow);
  expect((await stand.ask('GET', '/uses/team/sales')).body).toEqual([
    { kind: 'flow', id: 'needs-sales', name: 'Needs sales' },
  ]);
  expect((await stand.ask('GET', '/uses/flow/other')).body).toMatchObject([{ id: 'needs-sales' }]);
  expect((await stand.ask('GET', '/uses/spoon/sales')).status).toBe(404);
});
