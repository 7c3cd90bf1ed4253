import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../server/api/routes.ts';
import { OutsideFailure } from '../../server/runtime/ports.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
const asked: string[] = [];

beforeAll(async () => {
  stand = await openStand({
    outside: {
      request: async ({ url }) => {
        asked.push(url);
        if (url.includes('slow')) throw new OutsideFailure('timeout', 'The service did not answer in time.');
        if (url.startsWith('/orders/')) return { status: 404, body: null };
        return { status: 200, body: { total: 1250 } };
      },
    },
  });
  await stand.ask('POST', '/numbers', {
    ...{ id: '100', account: '900', name: 'Shop', display: '1', token: 'good', appSecret: 's' },
  });
  await stand.ask('PUT', '/calendars/office', {
    ...{ name: 'Office', timeZone: 'Asia/Bangkok', weekly: { mon: [['09:00', '17:00']] } },
  });
  await stand.ask('POST', '/flows?id=shop', shop);
  await stand.ask(
    'POST',
    '/flows?id=other',
    flowOf('Other', [
      ['keyword', { keywords: ['price list'] }],
      ['end', {}],
    ]),
  );
  await stand.ask('POST', '/flows/other/publish', {});
});
afterAll(() => stand.close());

/** Nodes that follow each other by their first way out. */
const flowOf = (
  name: string,
  list: readonly (readonly [type: string, params: object])[],
  ways: object[] = [],
) => ({
  spec: 2,
  name,
  nodes: list.map(([type, params], i) => ({ id: `n${i}`, type, v: type === 'ask' ? 2 : 1, params })),
  edges:
    ways.length > 0 ? ways : list.slice(1).map((_, i) => ({ from: `n${i}`, port: 'next', to: `n${i + 1}` })),
});

const shop = flowOf(
  'Shop',
  [
    ['keyword', { keywords: ['price'] }],
    ['http-request', { method: 'GET', url: 'https://shop.test/total', saveAs: 'answer' }],
    [
      'branch',
      { branches: [{ id: 'big', label: 'Big order', when: { '>': [{ var: 'answer.body.total' }, 1000] } }] },
    ],
    ['send-message', { messages: [{ text: 'That is {{ answer.body.total }}.' }] }],
    ['business-hours', { calendar: 'office' }],
  ],
  [
    { from: 'n0', port: 'next', to: 'n1' },
    { from: 'n1', port: 'ok', to: 'n2' },
    { from: 'n2', port: 'big', to: 'n3' },
    { from: 'n3', port: 'next', to: 'n4' },
  ],
);
const withSample = { ...shop, samples: { n1: { is: 'http', status: 200, body: { total: 1250 } } } };

const AT = 'at 2026-03-02 10:00 Asia/Bangkok';
const rehearse = (chat: string, order: object = {}) =>
  stand.ask('POST', '/rehearsals', { flow: 'shop', draft: shop, chat, ...order });

test('an unpublished draft is played in the workspace as it stands; nothing is sent', async () => {
  const { status, body } = await rehearse(`${AT}\n\n< price?\n~ 200 {"total": 1250}\n`);
  expect(status).toBe(200);
  expect(body.problems).toEqual([]);
  const [said, answered] = body.steps;
  expect(said.happened[0].explanation).toMatchObject({
    to: 'start',
    winner: { flow: { id: 'shop' }, word: 'price' },
  });
  expect(said.open).toMatchObject([
    { type: 'httpRequest', asked: { node: 'n1' }, request: { url: 'https://shop.test/total' } },
  ]);
  expect(said.sessions).toMatchObject([{ state: 'front', node: 'n1', on: 'answer' }]);
  expect(answered.messages).toMatchObject([{ from: 'us', message: { text: 'That is 1250.' } }]);
  expect(answered.sessions).toMatchObject([
    { state: 'completed', set: { answer: { status: 200, body: { total: 1250 } } } },
  ]);
  expect(body.openings).toEqual([]);
  expect(stand.sent).toEqual([]);
  const route = routes.find(({ path }) => path === '/rehearsals');
  const ajv = new Ajv({ strict: true });
  expect([ajv.validate(route!.answer!, body), ajv.errors]).toEqual([true, null]);
});

test('each decision says why, with real values', async () => {
  const { body } = await rehearse(`${AT}\n\n< price\n~ 200 {"total": 1250}\n`);
  const why = body.steps[1].happened[0].visited.map(
    ({ node, port, why }: { node: string; port: string; why: { says: string; values: object }[] }) => ({
      ...{ node, port, why: why.map(({ says, values }) => [says, values]) },
    }),
  );
  expect(why).toMatchObject([
    { node: 'n1', port: 'ok', why: [['The service answered {status}: all is well', { status: 200 }]] },
    {
      ...{ node: 'n2', port: 'big' },
      why: [
        [
          '{what} is {value}, which is more than {other}',
          { what: 'answer.body.total', value: 1250, other: 1000 },
        ],
        ['so "{label}" it is', { label: 'Big order' }],
      ],
    },
    { node: 'n3', why: [] },
    {
      node: 'n4',
      port: 'open',
      why: [[expect.stringContaining('is open until {closes}'), { calendar: 'Office' }]],
    },
  ]);
});

test('another live flow that takes the word is said to, and the number that leaves a flow out as well', async () => {
  const { body } = await rehearse(`${AT}\n\n< price list\n`);
  expect(body.steps[0].happened[0].explanation).toMatchObject({
    winner: { flow: { id: 'other' } },
    beaten: [{ flow: { id: 'shop' } }],
  });
  const { body: limited } = await rehearse(`number {"id": "100", "flows": ["other"]}\n\n< price\n`);
  expect(limited.problems).toMatchObject([{ message: expect.stringContaining('limited to other flows') }]);
  expect(limited.steps[0].happened[0].explanation.to).toBe('nobody');
});

test('a pinned sample answers by itself, unless the chat goes on with an answer', async () => {
  const pinned = { draft: withSample, outside: 'samples' };
  const { body } = await rehearse(`${AT}\n\n< price\n`, pinned);
  expect(body.chat).toContain('~ 200 {"total":1250}\n> That is 1250.');
  expect(body.steps.map(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([true, false]);
  expect((await rehearse(`${AT}\n\n< price\n~ 200 {"total": 3}\n`, pinned)).body.steps).toHaveLength(2);
  expect((await rehearse(`${AT}\n\n< price\n`, { draft: withSample })).body.steps[0].open).toHaveLength(1);
});

test('a request can be asked for real; what comes back can be put into the chat or pinned', async () => {
  const http = { method: 'GET', url: 'https://shop.test/total', headers: {}, timeoutMs: 1000 };
  expect((await stand.ask('POST', '/rehearsals/call', { http })).body).toEqual({
    line: '~ 200 {"total":1250}',
    sample: { is: 'http', status: 200, body: { total: 1250 } },
  });
  const crm = { connection: 'crm', find: 'order', value: '4711' };
  expect((await stand.ask('POST', '/rehearsals/call', { crm })).body).toEqual({
    line: '~ no record',
    sample: { is: 'record', record: null },
  });
  expect(
    (await stand.ask('POST', '/rehearsals/call', { http: { ...http, url: 'https://slow.test' } })).body,
  ).toMatchObject({
    line: '~ timeout',
    sample: { is: 'failure', code: 'timeout' },
  });
  expect(asked).toHaveLength(3);
  expect(await stand.ask('POST', '/rehearsals/call', {})).toMatchObject({ status: 422 });
});

test('what cannot be played is listed by its node, and all else is played', async () => {
  const broken = {
    ...shop,
    nodes: shop.nodes.map((node) => (node.id === 'n3' ? { ...node, type: 'dance' } : node)),
  };
  const { body } = await rehearse(`${AT}\n\n< price\n~ 200 {"total": 1250}\n`, { draft: broken });
  expect(body.problems).toMatchObject([{ node: 'n3', message: expect.stringContaining('dance') }]);
  expect(body.steps[1].happened[0].ended).toMatchObject([
    { why: 'failed', detail: expect.stringContaining('dance') },
  ]);
  expect(await rehearse('< hi', { draft: 'no flow' })).toMatchObject({
    status: 422,
    body: { code: 'damaged-flow-file' },
  });
  expect(await rehearse('< hi', { flow: 'nowhere' })).toMatchObject({
    status: 404,
    body: { code: 'no-such-flow' },
  });
});

test('hostile chats come to an end with a sentence', async () => {
  const long = await rehearse(`${'< hello\n'.repeat(600)}`);
  expect(long.body.steps).toHaveLength(500);
  expect(long.body.problems[0].message).toContain('at most 500 lines');
  const wide = await rehearse(`< ${'x'.repeat(150_000)}\n`);
  expect(wide.body.problems[0].message).toContain('at most 100000 characters');
  const circle = flowOf(
    'Circle',
    [
      ['keyword', { keywords: ['go'] }],
      ['wait', { mode: 'for', duration: '1s' }],
      ['follow-up', { after: '1s', unlessAnswered: false }],
    ],
    [
      { from: 'n0', port: 'next', to: 'n1' },
      { from: 'n1', port: 'next', to: 'n2' },
      { from: 'n2', port: 'next', to: 'n1' },
      { from: 'n2', port: 'due', to: 'n1' },
    ],
  );
  const { body } = await rehearse('< go\n~ 900d\n< go\n~ 900d\n', { draft: circle });
  const sentences = body.problems.map(({ message }: { message: string }) => message).join(' ');
  expect(sentences).toMatch(/too much to (play|show)/);
});

test('tests of a flow are kept, run on any draft, renamed, accepted and deleted', async () => {
  const chat = `contact {"name": "Ana"}\n${AT}\n\n< price\n~ 200 {"total": 1250}\n`;
  const { status, body: kept } = await stand.ask('POST', '/flows/shop/tests', { name: 'Big order', chat });
  expect(status).toBe(201);
  expect(kept.chat).toContain('> That is 1250.\n= completed');
  expect((await stand.ask('GET', '/flows/shop/tests')).body).toEqual([kept]);

  const run = (draft: object) => stand.ask('POST', '/flows/shop/tests/run', { draft });
  expect((await run(shop)).body).toMatchObject([{ test: kept.id, holds: true, diff: [] }]);
  const other = JSON.parse(JSON.stringify(shop).replace('That is', 'It is'));
  const [red] = (await run(other)).body;
  expect(red.holds).toBe(false);
  expect(red.diff).toContainEqual({ mark: '-', line: '> That is 1250.' });
  expect(red.diff).toContainEqual({ mark: '+', line: '> It is 1250.' });

  const change = { name: 'The big one', chat: red.chat };
  expect((await stand.ask('PUT', `/flows/shop/tests/${kept.id}`, change)).body).toMatchObject({
    name: 'The big one',
  });
  expect((await run(other)).body).toMatchObject([{ holds: true }]);
  expect(await stand.ask('PUT', `/flows/other/tests/${kept.id}`, change)).toMatchObject({
    status: 404,
    body: { code: 'no-such-test' },
  });
  expect(await stand.ask('POST', '/flows/shop/tests', { name: ' ', chat })).toMatchObject({ status: 422 });
  expect(await stand.ask('DELETE', `/flows/shop/tests/${kept.id}`)).toMatchObject({ status: 204 });
  expect((await stand.ask('GET', '/flows/shop/tests')).body).toEqual([]);
});

test('a kept chat goes the same without a server, beside the files of the flows that came into it', async () => {
  const chat = `${AT}\n\n< price\n~ 200 {"total": 1250}\n< price list\n< nothing\n`;
  const { body } = await stand.ask('POST', '/flows/shop/tests', { name: 'Alone', chat });
  expect(body.chat).toContain('with other.json');
  expect(body.chat).toContain('calendar {"id":"office"');
  const folder = await mkdtemp(join(tmpdir(), 'alone-'));
  for (const id of ['shop', 'other'])
    await writeFile(
      join(folder, `${id}.json`),
      JSON.stringify((await stand.ask('GET', `/flows/${id}/file`)).body),
    );
  await writeFile(join(folder, 'a.chat'), body.chat);
  const code = await new Promise<unknown>((resolve) => {
    const args = ['server/simulate.ts', join(folder, 'shop.json'), join(folder, 'a.chat')];
    execFile(process.execPath, args, { env: { ...process.env, UPDATE: '' } }, (error, out) =>
      resolve(error ? out : 0),
    );
  });
  await rm(folder, { recursive: true });
  expect(code).toBe(0);
  await stand.ask('DELETE', `/flows/shop/tests/${body.id}`);
});

test('with a flow its tests are deleted, and there is an end to how many it has', async () => {
  await stand.ask('POST', '/flows?id=short-lived', shop);
  const { body } = await stand.ask('POST', '/flows/short-lived/tests', { name: 'One', chat: '< price\n' });
  const [made] = await stand.deps.store.flowTests.of('short-lived');
  for (let n = 1; n < 200; n += 1) await stand.deps.store.flowTests.put({ ...made!, id: `t${n}` });
  expect(
    await stand.ask('POST', '/flows/short-lived/tests', { name: 'Too many', chat: '< price\n' }),
  ).toMatchObject({
    ...{ status: 409, body: { code: 'too-many-tests' } },
  });
  await stand.ask('DELETE', '/flows/short-lived');
  expect(await stand.deps.store.flowTests.get(body.id)).toBeUndefined();
});
