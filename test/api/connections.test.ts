import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOutside } from '../../server/outside/outside.ts';
import type { ConnectionRecord } from '../../server/store/store.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let baseUrl: string;
const KEY = 'sk-very-secret-4711';
const service = createServer((request, response) => {
  const { url, headers, method } = request;
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    if (url === '/v1/wrong') response.writeHead(401).end('no');
    else if (url === '/v1/long') response.writeHead(200).end('x'.repeat(150_000));
    else
      response
        .writeHead(200, { 'content-type': 'application/json', 'x-echo': headers.authorization ?? '' })
        .end(
          JSON.stringify({
            ...{ method, body, seen: headers.authorization },
            ...{ [KEY]: [encodeURIComponent(`Bearer ${KEY}`), Buffer.from(KEY).toString('base64')] },
            code: Number(headers['x-pin']),
          }),
        );
  });
});

beforeAll(async () => {
  let kept: (id: string) => Promise<ConnectionRecord | undefined> = async () => undefined;
  stand = await openStand({
    outside: createOutside({
      connection: (id) => kept(id),
      open: ({ sealed }) => Buffer.from(sealed, 'base64').toString(),
    }),
  });
  kept = (id) => stand.deps.store.connections.get(id);
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  await stand.close();
  service.close();
});

const bearer = { authorization: `Bearer ${KEY}`, 'X-Pin': '12345678' };
const make = (more: object) =>
  stand.ask('POST', '/connections', { name: 'Our model', kind: 'ai', baseUrl, headers: bearer, ...more });

test('a new connection gets an id of its name, and shows only the names of its headers', async () => {
  const { status, body } = await make({ model: 'small-1', allowPrivate: true });
  expect(status).toBe(201);
  expect(body).toEqual({
    ...{ id: 'our-model', name: 'Our model', kind: 'ai', model: 'small-1', baseUrl },
    ...{ headers: ['authorization', 'X-Pin'], allowPrivate: true, secretsReadable: true },
  });
  expect((await make({})).body.id).toBe('our-model-2');
  expect((await make({ name: 'ระบบลูกค้า', kind: 'crm' })).body.id).toBe('connection');
  expect((await make({ kind: 'fax' })).body.errors[0].message).toMatch(/http, crm, ai/);
  expect((await make({ headers: { 'Bad name': 'x' } })).body.errors[0].field).toBe('headers');
});

test('a test makes a real call, and whatever the service repeats is masked', async () => {
  const { body } = await stand.ask('POST', '/connections/our-model/test', {
    ...{ method: 'POST', path: '/chat', body: '{"a":1}' },
  });
  expect(body).toMatchObject({
    ...{ ok: true, status: 200, ms: expect.any(Number) },
    body: { method: 'POST', body: '{"a":1}', seen: '•••', '•••': ['•••', '•••'], code: '•••' },
    headers: expect.arrayContaining(['x-echo', 'content-type']),
  });
  expect(JSON.stringify(body)).not.toContain('4711');
});

test('a test says what is wrong, and shows a long answer in part', async () => {
  const call = async (id: string, path: string) =>
    (await stand.ask('POST', `/connections/${id}/test`, { method: 'GET', path })).body;
  expect(await call('our-model', '/wrong')).toMatchObject({
    ok: false,
    status: 401,
    problem: { code: 'not-allowed' },
  });
  const long = await call('our-model', '/long');
  expect([long.isCut, long.body.length]).toEqual([true, 100_000]);
  // Not allowed to reach addresses inside the network.
  expect(await call('our-model-2', '/chat')).toMatchObject({ ok: false, problem: { code: 'refused' } });
  expect(await call('our-model', '/../outside')).toMatchObject({ ok: false, problem: { code: 'refused' } });
  const missing = await stand.ask('POST', '/connections/none/test', { method: 'GET', path: '/' });
  expect(missing.body.code).toBe('no-such-connection');
});

test('keys stay, go or are replaced one by one, and never follow to another server', async () => {
  const put = (more: object) =>
    stand.ask('PUT', '/connections/our-model', { name: 'Our model', kind: 'ai', baseUrl, ...more });
  const kept = async () => (await stand.deps.store.connections.get('our-model'))!.headers;
  expect((await put({ keep: ['authorization'], headers: { 'X-New': 'n' } })).body.headers).toEqual([
    'authorization',
    'X-New',
  ]);
  expect(stand.deps.vault.open((await kept())['authorization']!)).toBe(`Bearer ${KEY}`);
  const moved = await put({ baseUrl: 'https://thief.test' });
  expect(moved).toMatchObject({ status: 422, body: { errors: [{ field: 'headers' }] } });
  expect((await put({ baseUrl: 'https://new.test', headers: { 'X-New': 'm' } })).body.headers).toEqual([
    'X-New',
  ]);
  expect((await put({ baseUrl: 'https://new.test', headers: {} })).body.headers).toEqual([]);
});
