import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Business, business, CHAT, type Stage, says, stage, until } from './stage.ts';

let shop: Business;
let place: Stage;

beforeEach(async () => {
  shop = await business();
  place = await stage(shop.url);
  await says(place, 'hi');
  await until(() => shop.messages().length === 1);
});
afterEach(async () => {
  await place.close();
  await shop.close();
});

const turn = (knobs: object) => place.phone('POST', '/knobs', knobs);
const text = (body = 'x') => place.send({ text: { body } });

test('knobs are read, turned, and refused by name', async () => {
  expect((await place.phone('GET', '/knobs')).body).toMatchObject({ repeat: 1, windowHours: 24 });
  expect((await turn({ repeat: 3 })).body.repeat).toBe(3);
  expect(await turn({ volume: 11 })).toMatchObject({ status: 422, body: { code: 'simulator.invalid' } });
  expect((await turn({ volume: 11 })).body.title).toContain('volume');
  expect((await turn({ batch: 0 })).status).toBe(422);
  expect((await turn({ refuse: { code: 1, times: 1, more: 1 } })).status).toBe(422);
});

test('repeat sends every webhook so many times', async () => {
  await turn({ repeat: 3 });
  await says(place, 'again');
  await until(() => shop.messages().length === 4);
  const ids = shop
    .messages()
    .slice(1)
    .map((message) => message.id);
  expect(new Set(ids).size).toBe(1);
});

test('reorder tells delivered before sent', async () => {
  await turn({ reorder: true });
  await text();
  await until(() => shop.statuses().length === 2);
  expect(shop.statuses().map(({ status }) => status)).toEqual(['delivered', 'sent']);
});

test('dropped statuses are never told', async () => {
  await turn({ dropStatuses: ['delivered', 'read'] });
  await text();
  await place.phone('POST', `${CHAT}/read`);
  await until(() => place.simulator.pending() === 0);
  expect(shop.statuses().map(({ status }) => status)).toEqual(['sent']);
});

test('refuse answers the next sends with a Graph code', async () => {
  await turn({ refuse: { code: 131056, times: 2 } });
  expect((await text()).body.error).toMatchObject({
    code: 131056,
    message: expect.stringContaining('pair rate'),
  });
  expect((await text()).body.error.code).toBe(131056);
  expect((await text()).status).toBe(200);
});

test('a lost answer is a message all the same', async () => {
  await turn({ loseAnswers: 1 });
  await expect(text('lost')).rejects.toThrow();
  await until(() => shop.statuses().length === 2);
  const { body } = await place.phone('GET', `${CHAT}/messages`);
  expect(body.messages.at(-1).content.body).toBe('lost');
  expect((await text()).status).toBe(200);
});

test('a batch carries several changes in one POST', async () => {
  await turn({ batch: 10 });
  shop.status = 500;
  for (const body of ['a', 'b', 'c']) await says(place, body);
  shop.status = 200;
  await until(() => shop.messages().length === 4);
  expect(shop.heard.length).toBeLessThan(4);
  expect(shop.messages().map((message) => message.text.body)).toEqual(['hi', 'a', 'b', 'c']);
});

test('latency and delay take their time', async () => {
  await turn({ latencyMs: 60, delayMs: 60 });
  const start = performance.now();
  await text();
  expect(performance.now() - start).toBeGreaterThan(55);
  await until(() => shop.statuses().length === 2);
  expect(performance.now() - start).toBeGreaterThan(115);
});

test('the pair and throughput limits hold when they are on', async () => {
  await turn({ pairEverySeconds: 6, pairBurst: 2 });
  const codes = [];
  for (let count = 0; count < 3; count++) codes.push((await text()).body.error?.code);
  expect(codes).toEqual([undefined, undefined, 131056]);
  await turn({ pairEverySeconds: 0, throughputPerSecond: 1 });
  expect((await text()).status).toBe(200);
  expect((await text()).body.error.code).toBe(130429);
});

test('a closed window can be told at once', async () => {
  await turn({ closedWindow: 'at once' });
  const { body: bo } = await place.phone('POST', '/phones', { name: 'Bo', number: '+49 151 1234567' });
  expect((await place.send({ to: bo.number, text: { body: 'x' } })).body.error.code).toBe(131047);
});

test('strangers can be made welcome', async () => {
  await turn({ strangers: 'welcome', windowHours: 0 });
  const to = '4915100000001';
  await place.send({ to, text: { body: 'x' } });
  await until(() => shop.statuses().length === 2);
  const { body } = await place.phone('GET', '/phones');
  expect(body.phones.map((phone: { number: string }) => phone.number)).toContain(to);
});
