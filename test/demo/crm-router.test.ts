import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crmRecords } from '../../server/demo/crm-records.ts';
import { crmRouter } from '../../server/demo/crm-router.ts';

const records = crmRecords(Date.UTC(2026, 2, 2));
let server: Server;
let base = '';

beforeAll(async () => {
  const app = express()
    .use('/demo/crm', crmRouter({ records }))
    .use('/locked', crmRouter({ records, apiKey: 'secret' }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const get = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(base + path, init);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
};

test('finds people by phone and by e-mail, however they are written', async () => {
  const byPhone = await get('/demo/crm/people?phone=%2B66%2081%20234%205678');
  expect(byPhone).toMatchObject({
    status: 200,
    body: { name: 'Ana Ribeiro', level: 'vip', latestOrder: '4723' },
  });
  expect((await get('/demo/crm/people?email=ANA@example.com')).body).toEqual(byPhone.body);
});

test('finds orders and tickets', async () => {
  expect((await get('/demo/crm/orders/4711')).body).toMatchObject({
    status: 'on its way',
    due: '2026-03-03',
  });
  expect((await get('/demo/crm/tickets/t-1005')).body).toMatchObject({ status: 'open' });
});

test('says so when there is nothing, or nothing was asked', async () => {
  const missing = await get('/demo/crm/orders/9999');
  expect(missing).toMatchObject({
    status: 404,
    body: { status: 404, detail: 'The demo CRM knows no such order.' },
  });
  expect(missing.type).toContain('application/problem+json');
  expect((await get('/demo/crm/people')).status).toBe(400);
});

test('books appointments', async () => {
  const post = (body: string) =>
    get('/demo/crm/appointments', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await post('{"day": "2026-03-05", "time": "10:00"}')).toMatchObject({
    ...{ status: 201, body: { reference: 'V1001', day: '2026-03-05' } },
  });
  expect((await post('{"day": "soon"}')).status).toBe(400);
});

test('with a key, it answers only those who have it', async () => {
  expect((await get('/locked/orders/4711')).status).toBe(401);
  expect((await get('/locked/orders/4711', { headers: { 'x-api-key': 'secret' } })).status).toBe(200);
  expect((await get('/locked/orders/4711', { headers: { authorization: 'Bearer secret' } })).status).toBe(
    200,
  );
});

test('the records hang together', () => {
  const { customers, orders, tickets } = records;
  const ids = new Set(customers.map(({ id }) => id));
  for (const { customer } of [...orders, ...tickets]) expect(ids).toContain(customer);
  expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
});
