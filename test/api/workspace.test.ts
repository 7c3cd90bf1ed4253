import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStand, SECRET, type Stand } from './stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const shop = {
  id: '100',
  account: '900',
  name: 'Shop',
  display: '+1 555 0100',
  token: 'good',
  appSecret: SECRET,
};

test('a number is connected, changed, checked and disconnected; its secrets never come back', async () => {
  const made = await stand.ask('POST', '/numbers', shop);
  expect(made).toMatchObject({ status: 201, body: { id: '100', perSecond: 20 } });
  expect(stand.deps.workspace.number('100')).toMatchObject({ token: 'good' });
  expect((await stand.ask('POST', '/numbers', shop)).body.code).toBe('number-exists');
  await stand.ask('PUT', '/numbers/100', { name: 'Corner shop', perSecond: 5 });
  const { body } = await stand.ask('GET', '/numbers');
  expect(body).toMatchObject([{ name: 'Corner shop', perSecond: 5 }]);
  for (const answer of [made, { body }]) {
    expect(JSON.stringify(answer.body)).not.toContain(SECRET);
    expect(JSON.stringify(answer.body)).not.toMatch(/token|appSecret|sealed/);
  }
  expect(stand.deps.workspace.number('100')).toMatchObject({ token: 'good', appSecret: shop.appSecret });
});

test('a check says of each step whether it holds, and what to enter at Meta', async () => {
  const { body } = await stand.ask('POST', '/numbers/100/check');
  expect(body.paste).toEqual({
    callbackUrl: 'http://sluice.test/webhooks/whatsapp',
    verifyToken: 'agreed',
  });
  expect(body.steps).toMatchObject([
    { step: 'token', is: 'ok', code: 'number-found', values: { phone: '+1 555 0100' } },
    { step: 'account', is: 'ok', code: 'account-fits' },
    { step: 'secret', is: 'ok', code: 'secret-fits' },
    { step: 'webhooks', is: 'unsure', ok: true, code: 'webhooks-app' },
    { step: 'address', is: 'wrong', ok: false, code: 'address-not-public' },
  ]);
  await stand.ask('PUT', '/numbers/100', { token: 'old' });
  const again = await stand.ask('POST', '/numbers/100/check');
  expect(again.body.steps[0]).toMatchObject({ ok: false, says: 'The access token has expired.' });
  const subscribed = await stand.ask('POST', '/numbers/100/subscribe');
  expect(subscribed.body.steps.map(({ step }: { step: string }) => step)).toContain('subscribe');
});

test('bad numbers are refused by field', async () => {
  const { status, body } = await stand.ask('POST', '/numbers', { ...shop, id: 'x', pin: '1', token: '' });
  expect(status).toBe(422);
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(
    expect.arrayContaining(['id', 'pin', 'token']),
  );
  expect((await stand.ask('PUT', '/numbers/7', {})).status).toBe(404);
  expect((await stand.ask('DELETE', '/numbers/7')).status).toBe(404);
  expect((await stand.ask('POST', '/numbers/7/check')).status).toBe(404);
});

test('the secrets of numbers open the webhook', async () => {
  const { createHmac } = await import('node:crypto');
  const body = '{"object":"whatsapp_business_account","entry":[]}';
  for (const secret of [shop.appSecret, 'house-secret']) {
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'x-hub-signature-256': signature };
    const url = `${stand.url}/webhooks/whatsapp`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  }
});

test('of a connection only the names of its headers are shown, and headers left out stay', async () => {
  const body = { name: 'CRM', baseUrl: 'https://crm.test', headers: { 'X-Api-Key': 'hush' } };
  const made = await stand.ask('PUT', '/connections/crm', body);
  expect(made.body).toEqual({
    ...{ id: 'crm', name: 'CRM', kind: 'http', baseUrl: 'https://crm.test' },
    ...{ headers: ['X-Api-Key'], secretsReadable: true },
  });
  await stand.ask('PUT', '/connections/crm', { name: 'The CRM', baseUrl: 'https://crm.test' });
  const kept = await stand.deps.store.connections.get('crm');
  expect(stand.deps.vault.open(kept!.headers['X-Api-Key']!)).toBe('hush');
  expect(JSON.stringify((await stand.ask('GET', '/connections')).body)).not.toContain('hush');
  expect((await stand.ask('PUT', '/connections/crm', { name: 'x', baseUrl: 'ftp://x' })).status).toBe(422);
});

test('calendars are checked and taken up at once', async () => {
  const office = {
    name: 'Office',
    timeZone: 'Asia/Bangkok',
    weekly: { mon: [['09:00', '17:00']] },
    exceptions: [{ date: '12-25', name: 'Christmas', open: [] }],
  };
  expect((await stand.ask('PUT', '/calendars/office', office)).body).toEqual({ id: 'office', ...office });
  expect(stand.deps.workspace.world().calendar('office')?.name).toBe('Office');
  const bad = { ...office, timeZone: 'Mars/Base' };
  expect((await stand.ask('PUT', '/calendars/office', bad)).body.errors[0].field).toBe('timeZone');
  const odd = { ...office, weekly: { monday: [], tue: [['9', '17:00']] } };
  expect((await stand.ask('PUT', '/calendars/office', odd)).body.errors.length).toBe(2);
  expect((await stand.ask('PUT', '/calendars/No%20Id', office)).body.errors[0].field).toBe('id');
});

test('teams come and go, unless a flow needs them', async () => {
  await stand.ask('PUT', '/teams/sales', { name: 'Sales' });
  expect((await stand.ask('GET', '/teams')).body).toEqual([{ id: 'sales', name: 'Sales' }]);
  const flow = { name: 'Needs sales', nodes: [], edges: [], onFailure: { team: 'sales' } };
  const { body } = await stand.ask('POST', '/flows', flow);
  expect(await stand.ask('DELETE', '/teams/sales')).toMatchObject({
    status: 409,
    body: { detail: 'It is used by the flow Needs sales.' },
  });
  await stand.ask('DELETE', `/flows/${body.id}`);
  expect((await stand.ask('DELETE', '/teams/sales')).status).toBe(204);
  expect((await stand.ask('DELETE', '/teams/sales')).body.code).toBe('no-such-team');
});

test('settings have sensible values before anybody sets them', async () => {
  const { body } = await stand.ask('GET', '/settings');
  expect(body.timeZone).toBe('UTC');
  await stand.ask('PUT', '/settings', { ...body, timeZone: 'Asia/Bangkok' });
  expect(stand.deps.workspace.world().settings.timeZone).toBe('Asia/Bangkok');
  expect((await stand.ask('PUT', '/settings', { ...body, timeZone: '' })).status).toBe(422);
  expect((await stand.ask('PUT', '/settings', {})).body.errors).toMatchObject([
    { field: 'timeZone' },
    { field: 'optOut' },
  ]);
});
