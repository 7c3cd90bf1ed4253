import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStand, SECRET, type Stand } from './stand.ts';

let stand: Stand;
const calls: string[] = [];

beforeAll(async () => {
  stand = await openStand({
    virtualNumbers: {
      connect: async () => void calls.push('connect'),
      disconnect: async (id) => void calls.push(`disconnect ${id}`),
    },
  });
  await stand.ask('POST', '/flows', { name: 'Sales', nodes: [], edges: [] });
  await stand.ask('POST', '/numbers', shop);
});
afterAll(() => stand.close());

const shop = {
  ...{ id: '100', account: '900', name: 'Shop', display: '+1 555 0100' },
  ...{ token: 'good', appSecret: SECRET },
};
const ID = '123456789012345';
const ACCOUNT = '923456789012345';

interface Step {
  readonly step: string;
  readonly is: string;
  readonly code: string;
}
const codesOf = (steps: readonly Step[]) => steps.map(({ step, is, code }) => `${step} ${is}: ${code}`);
const numbers = async () => (await stand.ask('GET', '/numbers')).body;

test('a virtual number is there with one click, and leaves the virtual WhatsApp when it is disconnected', async () => {
  const { status, body } = await stand.ask('POST', '/numbers/virtual', { name: 'Try-out' });
  expect(status).toBe(201);
  expect(body.number).toMatchObject({
    name: 'Try-out',
    virtual: true,
    state: 'ready',
    secretsReadable: true,
  });
  expect(body.chat).toBe(`/simulator?number=${body.number.id}`);
  expect(body.number.id).toMatch(/^\d{15}$/);
  expect(calls).toEqual(['connect']);
  expect(JSON.stringify(body)).not.toMatch(/token|appSecret|sealed/);
  const other = await stand.ask('POST', '/numbers/virtual', { name: 'Try-out' });
  expect(other.body.number.id).not.toBe(body.number.id);
  for (const { number } of [body, other.body]) await stand.ask('DELETE', `/numbers/${number.id}`);
  expect(calls.slice(2)).toEqual([body, other.body].map(({ number }) => `disconnect ${number.id}`));
  expect((await stand.ask('POST', '/numbers/virtual', { name: ' ' })).status).toBe(422);
});

test.each([
  ['nothing', {}, ['address wrong: address-not-public']],
  ['the phone number instead of its id', { id: '+66 81 234 5678' }, ['id wrong: id-not-digits']],
  ['a short id', { id: '66812345678' }, ['id unsure: id-short']],
  ['a good id', { id: ID }, ['id ok: id-looks-right']],
  ['an account with a plus', { account: '+1' }, ['account wrong: account-not-digits']],
  ['a token before the id', { token: 'EAAgood' }, ['token unsure: token-needs-id']],
  ['a token with a line break', { id: ID, token: 'EAA\ngood' }, ['token wrong: token-blanks']],
  ['the secret as token', { id: ID, token: SECRET }, ['token wrong: token-is-secret']],
  ['an id as token', { id: ID, token: ID }, ['token wrong: token-is-id']],
  ['a token that has expired', { id: '100', token: 'old' }, ['token wrong: token-refused']],
  ['a token as secret', { appSecret: 'EAAgood' }, ['secret wrong: secret-is-token']],
  ['a secret cut short', { appSecret: 'abc' }, ['secret wrong: secret-format']],
  ['a secret alone', { appSecret: SECRET }, ['secret unsure: secret-needs-token']],
  ['a good token', { id: '100', token: 'good' }, ['token ok: number-found']],
  [
    'another account',
    { id: '100', token: 'good', account: ACCOUNT },
    ['token ok: number-found', 'account wrong: account-not-seen', 'webhooks wrong: webhooks-none'],
  ],
  [
    'the id twice',
    { id: ID, account: ID, token: 'good' },
    ['token ok: number-found', 'account wrong: account-is-id', 'webhooks wrong: webhooks-none'],
  ],
  [
    'the secret of another app',
    { id: '100', token: 'good', appSecret: SECRET.replace('0', 'f') },
    ['token ok: number-found', 'secret wrong: secret-wrong'],
  ],
])('a check before anything is kept says what is wrong with %s', async (_, draft, expected) => {
  // Nobody has connected it: what is kept must not help out.
  await stand.ask('DELETE', '/numbers/100');
  const { status, body } = await stand.ask('POST', '/numbers/check-draft', draft);
  await stand.ask('POST', '/numbers', shop);
  expect(status).toBe(200);
  const steps = codesOf(body.steps);
  expect(steps.filter((step) => !step.startsWith('address') || expected.includes(step))).toEqual(expected);
  for (const { says } of body.steps) expect(says).toMatch(/\.$/);
});

test('a check of a kept number takes what is not given from what is kept', async () => {
  const { body } = await stand.ask('POST', '/numbers/check-draft', { id: '100', token: 'old' });
  expect(codesOf(body.steps)).toContain('token wrong: token-refused');
  const again = await stand.ask('POST', '/numbers/check-draft', { id: '100' });
  expect(codesOf(again.body.steps)).toContain('token ok: number-found');
  expect(JSON.stringify(again.body)).not.toContain(SECRET);
});

test('what a check finds is remembered', async () => {
  expect((await numbers())[0].state).toBe('new');
  await stand.ask('POST', '/numbers/100/check');
  expect((await numbers())[0]).toMatchObject({
    ...{ state: 'ready', quality: 'high', verifiedName: 'Test shop', limit: 2000 },
    checkedAt: expect.any(Number),
  });
  await stand.ask('PUT', '/numbers/100', { token: 'old' });
  await stand.ask('POST', '/numbers/100/check');
  expect((await numbers())[0]).toMatchObject({ state: 'trouble', trouble: 'The access token has expired.' });
  await stand.ask('PUT', '/numbers/100', { token: 'good' });
  await stand.ask('POST', '/numbers/100/check');
  expect((await numbers())[0].state).toBe('ready');
});

test('a number whose secrets cannot be opened is shown, and works again when they are entered', async () => {
  const kept = (await stand.deps.store.numbers.get('100'))!;
  const { vault } = stand.deps;
  const open = vault.open;
  Object.assign(vault, {
    open: (sealed: { readonly sealed: string }) => {
      if (sealed.sealed === 'broken') throw new Error('another key');
      return open(sealed);
    },
  });
  await stand.deps.store.numbers.put({ ...kept, token: { sealed: 'broken' } });
  expect((await numbers())[0]).toMatchObject({ id: '100', state: 'secrets', secretsReadable: false });
  const { body } = await stand.ask('POST', '/numbers/100/check');
  expect(codesOf(body.steps)).toContain('secrets wrong: secrets-unreadable');
  await stand.ask('PUT', '/numbers/100', { token: 'good', appSecret: SECRET });
  await stand.ask('POST', '/numbers/100/check');
  expect((await numbers())[0]).toMatchObject({ state: 'ready', secretsReadable: true });
});

const notice = async (field: string, value: object) => {
  const entry = [{ id: '900', changes: [{ field, value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
  const response = await fetch(`${stand.url}/webhooks/whatsapp`, {
    ...{ method: 'POST', body },
    headers: { 'x-hub-signature-256': signature },
  });
  expect(response.status).toBe(200);
};

test('what Meta tells about quality, limits and accounts is heard', async () => {
  const display_phone_number = '15550100';
  await notice('phone_number_quality_update', {
    display_phone_number,
    event: 'FLAGGED',
    current_limit: 'TIER_10K',
  });
  expect((await numbers())[0]).toMatchObject({ state: 'risk', quality: 'low', limit: 10_000 });
  await notice('phone_number_quality_update', { display_phone_number: '1', event: 'UNFLAGGED' });
  expect((await numbers())[0].quality).toBe('low');
  await notice('phone_number_quality_update', {
    ...{ display_phone_number, event: 'UNFLAGGED' },
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  });
  expect((await numbers())[0]).toMatchObject({ state: 'ready', quality: 'medium', limit: 0 });
  await notice('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } });
  expect((await numbers())[0]).toMatchObject({ state: 'trouble', trouble: 'Meta has blocked this account.' });
  await notice('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } });
  expect((await numbers())[0].state).toBe('ready');
  await notice('account_update', { event: 7 });
  await notice('phone_number_quality_update', { display_phone_number: {}, current_limit: [] });
  expect((await numbers())[0].state).toBe('ready');
});

test('who wrote last, and what failed, is seen as it happens', async () => {
  const record = { number: '100', conversation: '100:1', contact: '1', at: Date.now() } as const;
  const message = { kind: 'text', text: 'x' } as const;
  stand.live.publish({
    type: 'message',
    message: { ...record, id: 'a', direction: 'in', message: { ...message, id: 'a' } },
  });
  const out = { ...record, id: 'b', direction: 'out', message } as const;
  const failure = { code: '190', reason: 'The token has expired.' };
  stand.live.publish({ type: 'message', message: { ...out, rank: 'failed', failure } });
  stand.live.publish({ type: 'status', number: '100', message: 'c', rank: 'failed', at: Date.now() });
  expect((await numbers())[0]).toMatchObject({
    ...{ failures: 2, state: 'trouble', trouble: 'The token has expired.' },
    lastInboundAt: expect.any(Number),
  });
  stand.live.publish({ type: 'message', message: { ...out, rank: 'accepted' } });
  expect((await numbers())[0]).toMatchObject({ failures: 2, state: 'ready', waiting: 0 });
});

test('many numbers are changed together, or none is', async () => {
  await stand.ask('POST', '/numbers', { ...shop, id: '101', name: 'Other shop' });
  const change = (ids: readonly string[], what: object) =>
    stand.ask('POST', '/numbers/bulk', { ids, change: what });
  const { body } = await change(['100', '101'], { flows: ['sales'], fallback: 'sales', perSecond: 5 });
  expect(body).toMatchObject([
    { id: '100', flows: ['sales'], fallback: 'sales', perSecond: 5 },
    { id: '101', flows: ['sales'], fallback: 'sales', perSecond: 5 },
  ]);
  expect((await change(['100', '999'], { perSecond: 7 })).body.errors).toMatchObject([
    { field: 'ids.1', message: 'There is no number "999".' },
  ]);
  expect((await change(['100'], { flows: ['sales', 'no-such'] })).body.errors[0].field).toBe(
    'change.flows.1',
  );
  expect((await change(['100'], { token: 'x' })).body.errors[0].field).toBe('change.token');
  expect((await numbers()).map(({ perSecond }: { perSecond: number }) => perSecond)).toEqual([5, 5]);
  await change(['100'], { clear: ['flows', 'fallback'] });
  const [first, second] = await numbers();
  expect([first.flows, first.fallback, second.flows]).toEqual([undefined, undefined, ['sales']]);
});

test('rows of numbers are looked at one by one, and the good ones are connected when asked', async () => {
  const good = `${ID},${ACCOUNT},"Sales, Bangkok",+66 2 555 0101,EAAgood,${SECRET}`;
  const text = [
    'id,account,name,display,token,secret',
    good,
    '',
    `100,${ACCOUNT},Shop,+1,EAA,${SECRET}`,
    `${ID},${ACCOUNT},Twice,+1,EAA,${SECRET}`,
    `+66 81,${ACCOUNT},Phone,+1,${SECRET},EAAgood`,
    'only,half',
  ].join('\r\n');
  const looked = await stand.ask('POST', '/numbers/import', { text });
  expect(looked.body.rows).toMatchObject([
    { line: 2, id: ID, name: 'Sales, Bangkok', is: 'fine', wrong: [] },
    { line: 4, is: 'wrong', wrong: [{ code: 'number-exists' }] },
    { line: 5, is: 'wrong', wrong: [{ code: 'number-exists' }] },
    {
      ...{ line: 6, is: 'wrong' },
      wrong: [{ code: 'id-not-digits' }, { code: 'token-is-secret' }, { code: 'secret-is-token' }],
    },
    {
      line: 7,
      is: 'wrong',
      wrong: [{ code: 'missing', says: 'Missing: name, display, token, app secret.' }],
    },
  ]);
  expect(await stand.deps.store.numbers.get(ID)).toBeUndefined();
  const { body } = await stand.ask('POST', '/numbers/import', { text, connect: true });
  expect(body.rows.map(({ is }: { is: string }) => is)).toEqual([
    'connected',
    'wrong',
    'wrong',
    'wrong',
    'wrong',
  ]);
  expect(JSON.stringify(body)).not.toContain(SECRET);
  expect(stand.deps.workspace.number(ID)).toMatchObject({ token: 'EAAgood', display: '+66 2 555 0101' });
  const many = Array.from({ length: 501 }, (_, index) => good.replace(ID, String(index))).join('\n');
  expect((await stand.ask('POST', '/numbers/import', { text: many })).body.errors[0].message).toMatch(
    /501 rows/,
  );
});
