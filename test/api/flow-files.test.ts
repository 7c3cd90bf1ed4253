import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const ask = (method: string, path: string, body?: unknown) => stand.ask(method, path, body);
const check = async (body: unknown) => (await ask('POST', '/flows/check-file', body)).body;
const greeting = {
  spec: 2,
  name: 'Greeting',
  nodes: [
    { id: 'start', type: 'keyword', v: 1, params: { keywords: ['good morning'] } },
    { id: 'hello', type: 'send-message', v: 1, params: { messages: [{ text: 'Hello!' }] } },
  ],
  edges: [{ from: 'start', port: 'next', to: 'hello' }],
};

test('a file is looked at before it is taken in, and nothing of it is kept', async () => {
  const found = await check(greeting);
  expect(found).toMatchObject({
    is: 'whole',
    flow: { name: 'Greeting', nodes: 2, edges: 1, triggers: [{ node: 'start', type: 'keyword' }] },
    errors: 0,
  });
  expect((await ask('GET', '/flows')).body).toEqual([]);
  await ask('POST', '/flows', greeting);
  expect((await check(greeting)).namesake).toBe('greeting');
});

test('what is missing here is told before the file is taken in', async () => {
  const text = await readFile('flows-examples/price-list/flow.json', 'utf8');
  const { is, problems } = await check(text);
  expect(is).toBe('whole');
  expect(problems.map(({ code }: { code: string }) => code)).toContain('calendar-missing');
});

test('of a file that is cut off, the place is told, and what is whole becomes a draft when that is agreed to', async () => {
  const text = JSON.stringify(greeting, null, 2);
  const torn = text.slice(0, text.indexOf('"edges"'));
  const { is, flow, breaksAt, problems } = await check(torn);
  expect([is, flow.nodes, flow.edges]).toEqual(['damaged', 2, 0]);
  expect(breaksAt.line).toBe(torn.split('\n').length);
  expect(problems[0]).toMatchObject({ code: 'file-not-json' });
  expect(await ask('POST', '/flows', torn)).toMatchObject({
    status: 422,
    body: { code: 'damaged-flow-file' },
  });
  const made = await ask('POST', '/flows?mend=1&id=mended', torn);
  expect([made.status, made.body.nodes]).toEqual([201, 2]);
});

test('a newer file, one of another product, and junk are each called by their names', async () => {
  expect(await check({ ...greeting, spec: 7 })).toMatchObject({
    is: 'damaged',
    problems: [{ code: 'file-too-new', message: expect.stringContaining('newer Sluice') }],
  });
  expect(await check({ nodes: [{ type: 'n8n-nodes-base.set', parameters: {} }], connections: {} })).toEqual({
    is: 'refused',
    problems: [expect.objectContaining({ message: expect.stringContaining('n8n') })],
    errors: 1,
    warnings: 0,
  });
  for (const junk of ['', '\u0000\ufffd\u0001', 'null', '17', '[]', '{}', '"a text"', '['.repeat(100_000)]) {
    const found = await check(junk);
    expect([junk.slice(0, 9), found.is]).toEqual([junk.slice(0, 9), 'refused']);
    expect(found.errors).toBeGreaterThan(0);
    expect((await ask('POST', '/flows?mend=1', junk)).status).toBe(422);
  }
});

test('a file of 5 MB is answered with what is wrong with it; one over the limit with a sentence', async () => {
  const node = (n: number) => ({
    id: `n${n}`,
    type: 'send-message',
    v: 1,
    params: { messages: [{ text: 'x'.repeat(500) }] },
  });
  const large = JSON.stringify({ ...greeting, nodes: Array.from({ length: 9_000 }, (_, n) => node(n)) });
  expect(large.length).toBeGreaterThan(5_000_000);
  const found = await check(large);
  expect(found.flow.nodes).toBe(9_000);
  expect(found.problems.map(({ code }: { code: string }) => code)).toContain('too-many-nodes');
  expect(found.problems.length).toBeLessThanOrEqual(100);
  const over = await ask('POST', '/flows/check-file', 'x'.repeat(6_400_000));
  expect(over).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
});

test('names that mean something to JavaScript or to databases neither break anything nor get lost', async () => {
  const odd = `{"spec":2,"name":"Odd","nodes":[{"id":"a","type":"any-message","v":1,"params":
    {"__proto__":{"x":1},"constructor":2,"$where":3,"a.b":4}}],"edges":[],"layout":{"__proto__":{"x":1,"y":1}}}`;
  const made = await ask('POST', '/flows?id=odd', odd);
  expect(made.status).toBe(201);
  const { params } = (await ask('GET', '/flows/odd')).body.draft.graph.nodes[0];
  expect(Object.keys(params).sort()).toEqual(['$where', '__proto__', 'a.b', 'constructor']);
  expect(({} as { x?: number }).x).toBeUndefined();
  const nul = { ...greeting, nodes: [{ id: 'a', type: 'any-message', v: 1, params: { 'a\u0000b': 1 } }] };
  const answer = await ask('POST', '/flows?id=nul', nul);
  expect([answer.status, answer.body.code]).toEqual([422, 'unstorable']);
});
