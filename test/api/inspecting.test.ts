import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutsideFailure } from '../../server/runtime/ports.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
const asked: { readonly url: string; readonly method: string }[] = [];
beforeAll(async () => {
  stand = await openStand({
    outside: {
      request: async ({ url, method }) => {
        asked.push({ url, method });
        if (url.includes('inside')) throw new OutsideFailure('refused', 'It lies inside the network.');
        return { status: 404, body: { total: 5 } };
      },
    },
  });
});
afterAll(() => stand.close());

const file = (more: readonly object[] = []) => ({
  name: 'Orders',
  nodes: [
    { id: 'start', type: 'keyword', v: 1, params: { keywords: ['order'], saveAs: 'word' } },
    {
      id: 'ask',
      type: 'ask',
      v: 2,
      params: { question: 'Which {{ word }}?', kind: 'number', saveAs: 'order' },
    },
    { id: 'say', type: 'send-message', v: 1, params: { messages: [{ text: '{{ order }}' }] } },
    ...more,
  ],
  edges: [
    { from: 'start', port: 'next', to: 'ask' },
    { from: 'ask', port: 'answered', to: 'say' },
  ],
});

test('a node is told the variables that can exist at it, where they are set and an example of each', async () => {
  await stand.ask('POST', '/flows?id=orders', file());
  const { status, body } = await stand.ask('POST', '/flows/orders/variables', { node: 'say' });
  expect(status).toBe(200);
  const names = body.known.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['word', 'order', 'contact', 'message', 'now']);
  expect(body.known[1]).toEqual({
    name: 'order',
    from: 'flow',
    setBy: [{ node: 'ask', title: 'Ask' }],
    parts: [{ path: 'order', example: 12 }],
  });
  const earlier = await stand.ask('POST', '/flows/orders/variables', { node: 'ask' });
  expect(earlier.body.known.map(({ name }: { name: string }) => name)).not.toContain('order');
  expect(earlier.body.sets).toEqual([{ name: 'order', readBy: [{ node: 'say', title: 'Send message' }] }]);
});

test('a draft that is not saved yet is looked at as it is sent; what is no draft is refused', async () => {
  const unsaved = { node: 'say', file: { ...file(), edges: [] } };
  const { body } = await stand.ask('POST', '/flows/orders/variables', unsaved);
  expect(body.known.map(({ name }: { name: string }) => name)).toEqual(['contact', 'message', 'now']);
  const bad = await stand.ask('POST', '/flows/orders/variables', { node: 'say', file: [] });
  expect([bad.status, bad.body.code]).toEqual([422, 'damaged-flow-file']);
  expect((await stand.ask('POST', '/flows/nope/variables', { node: 'say' })).status).toBe(404);
});

test('what another flow hands over is known, and no mistake to read', async () => {
  const params = { flow: 'orders', input: [{ name: 'customer', text: 'Ana' }] };
  await stand.ask('POST', '/flows?id=caller', {
    name: 'Caller',
    nodes: [{ id: 'go', type: 'go-to-flow', v: 1, params }],
    edges: [],
  });
  const { body } = await stand.ask('POST', '/flows/orders/variables', { node: 'say' });
  expect(body.known).toContainEqual({
    name: 'customer',
    from: 'input',
    setBy: [],
    parts: [{ path: 'customer' }],
  });
});

test('keywords are tried on a text', async () => {
  const answer = await stand.ask('POST', '/keywords/test', {
    keywords: ['price', 'ราคา'],
    how: 'word',
    text: 'ราคาเท่าไหร่',
  });
  expect(answer.body).toEqual({ matches: true, keyword: 'ราคา', found: 'ราคา' });
  const bad = await stand.ask('POST', '/keywords/test', { keywords: [], how: 'nearly', text: 'x' });
  expect([bad.status, bad.body.errors[0].field]).toEqual([422, 'how']);
});

test('a call is tried with example values, and comes back as a sample', async () => {
  const params = { method: 'GET', url: 'https://shop.test/orders/{{ order }}' };
  const tried = await stand.ask('POST', '/node-types/http-request/try', { params, values: { order: 'a b' } });
  expect(tried.body.sample).toEqual({ is: 'http', status: 404, body: { total: 5 } });
  expect(asked.at(-1)).toEqual({ url: 'https://shop.test/orders/a%20b', method: 'GET' });
  const crm = { connection: 'crm', find: 'order', value: '{{ order }}' };
  const found = await stand.ask('POST', '/node-types/crm-lookup/try', {
    params: crm,
    values: { order: '7' },
  });
  expect(found.body.sample).toEqual({ is: 'record', record: null });
});

test('a call that fails, or that cannot be made, says why', async () => {
  const ask = (type: string, params: unknown) => stand.ask('POST', `/node-types/${type}/try`, { params });
  const inside = await ask('http-request', { method: 'GET', url: 'https://inside.test/' });
  expect(inside.body.sample).toMatchObject({ is: 'failure', code: 'refused' });
  expect((await ask('http-request', { method: 'GET' })).body.errors[0].field).toBe('url');
  expect((await ask('http-request', 'GET')).status).toBe(422);
  expect((await ask('end', {})).body.detail).toContain('has nothing to ask for');
  expect((await ask('nothing', {})).body.code).toBe('no-such-node-type');
  const broken = await ask('http-request', { method: 'GET', url: 'https://a.test/{% if %}' });
  expect(broken.status).toBe(422);
});
