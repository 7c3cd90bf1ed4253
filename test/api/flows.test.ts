import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let n = 0;
let id: string;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());
beforeEach(() => {
  n += 1;
  id = `greeting-${n}`;
});

const greeting = (word: string, more: object = {}) => ({
  spec: 2,
  name: `Greeting ${word}`,
  description: 'Says hello',
  labels: ['demo'],
  nodes: [
    { id: 'start', type: 'keyword', v: 1, params: { keywords: [word] } },
    { id: 'hello', type: 'send-message', v: 1, params: { messages: [{ text: 'Hello!' }] } },
  ],
  edges: [{ from: 'start', port: 'next', to: 'hello' }],
  layout: {},
  ...more,
});

const { ask } = {
  ask: (method: string, path: string, body?: unknown) => stand.ask(method, path, body),
};

test('a flow file becomes a draft, is published, changed, taken offline and deleted', async () => {
  const made = await ask('POST', `/flows?id=${id}`, greeting(id));
  expect(made).toMatchObject({ status: 201, body: { id, changed: false, errors: 0, revision: 1 } });
  expect(made.body.live).toBeUndefined();
  expect(made.body.draft.ports.hello.map((port: { id: string }) => port.id)).toContain('next');

  const published = await ask('POST', `/flows/${id}/publish`, { note: 'first' });
  expect(published).toMatchObject({ status: 200, body: { live: 1, changed: false, revision: 2 } });
  expect(stand.deps.workspace.world().program(id)?.ref).toEqual({ id, version: 1 });

  const change = { revision: 2, file: greeting(id, { name: 'Welcome' }) };
  expect(await ask('PUT', `/flows/${id}`, change)).toMatchObject({
    body: { changed: true, name: 'Welcome' },
  });
  expect(await ask('PUT', `/flows/${id}`, change)).toMatchObject({
    status: 409,
    body: { code: 'stale-revision' },
  });
  expect((await ask('POST', `/flows/${id}/publish`, {})).body).toMatchObject({ live: 2 });
  expect((await ask('GET', `/flows/${id}/versions`)).body).toMatchObject([
    { version: 2, live: true },
    { version: 1, live: false, note: 'first' },
  ]);
  expect((await ask('GET', `/flows/${id}/versions/1`)).body).toMatchObject({ name: `Greeting ${id}` });

  expect(await ask('DELETE', `/flows/${id}`)).toMatchObject({ status: 409, body: { code: 'in-use' } });
  expect((await ask('POST', `/flows/${id}/unpublish`)).body.live).toBeUndefined();
  expect(stand.deps.workspace.world().program(id)).toBeUndefined();
  expect((await ask('DELETE', `/flows/${id}`)).status).toBe(204);
  expect((await ask('GET', `/flows/${id}`)).body).toMatchObject({ status: 404, code: 'no-such-flow' });
});

test('an older version can be published again, under a new number', async () => {
  await ask('POST', `/flows?id=${id}`, greeting(id));
  await ask('POST', `/flows/${id}/publish`, {});
  await ask('PUT', `/flows/${id}`, { revision: 2, file: greeting(`${id} again`) });
  await ask('POST', `/flows/${id}/publish`, {});
  const { body } = await ask('POST', `/flows/${id}/publish`, { version: 1 });
  expect(body).toMatchObject({ live: 3, changed: true });
  expect((await ask('GET', `/flows/${id}/versions/3`)).body.graph.nodes[0].params.keywords).toEqual([id]);
  expect((await ask('POST', `/flows/${id}/publish`, { version: 99 })).status).toBe(404);
});

test('a publishing that was cut off does not stand in the way of the next', async () => {
  await ask('POST', `/flows?id=${id}`, greeting(id));
  const flow = await stand.deps.store.flows.get(id);
  const { graph, layout } = flow!.draft;
  await stand.deps.store.flows.addVersion({
    ...{ flow: id, version: 1, name: 'cut off', order: 1, graph, layout, publishedAt: 1 },
  });
  expect((await ask('POST', `/flows/${id}/publish`, {})).body).toMatchObject({ live: 2 });
});

test('a file that is no flow is refused with everything that is wrong', async () => {
  for (const body of ['{"nodes":[', '[]', '{"spec":"two"}', '{"spec":99,"nodes":[],"edges":[]}'])
    expect(await ask('POST', '/flows', body)).toMatchObject({
      status: 422,
      body: { code: 'damaged-flow-file', errors: [{ severity: 'error' }] },
    });
});

test('a flow with damaged nodes is kept and shown, but not published', async () => {
  const file = greeting(id);
  const broken = { ...file, nodes: [...file.nodes, { id: 'x', type: 'from-the-future', v: 1, params: {} }] };
  const { status, body } = await ask('POST', `/flows?id=${id}`, broken);
  expect([status, body.errors]).toEqual([201, 1]);
  expect(body.problems[0]).toMatchObject({ code: 'unknown-node-type', node: 'x' });
  expect(await ask('POST', `/flows/${id}/publish`, {})).toMatchObject({
    status: 422,
    body: { code: 'flow-has-errors', errors: [{ code: 'unknown-node-type' }] },
  });
});

test('two flows that listen for the same word are not both published', async () => {
  await ask('POST', `/flows?id=${id}`, greeting('same-word'));
  await ask('POST', `/flows/${id}/publish`, {});
  await ask('POST', `/flows?id=${id}-b`, greeting('same-word', { name: 'Other' }));
  await ask('PUT', `/flows/${id}-b`, { revision: 1, order: 1, file: greeting('same-word') });
  const { body } = await ask('GET', `/flows/${id}-b`);
  expect(body.problems.map(({ code }: { code: string }) => code).join()).toContain('keyword-');
});

test('ids come from names, are free, and can be wished for', async () => {
  const first = await ask('POST', '/flows', greeting('alpha', { name: 'Crème Brûlée!' }));
  const second = await ask('POST', '/flows', greeting('beta', { name: 'Creme brulee' }));
  expect([first.body.id, second.body.id]).toEqual(['creme-brulee', 'creme-brulee-2']);
  const thai = await ask('POST', '/flows', greeting('gamma', { name: 'ราคาสินค้า' }));
  expect(thai.body.id).toMatch(/^flow/);
  expect((await ask('POST', `/flows?id=${thai.body.id}`, greeting('delta'))).body.code).toBe('flow-exists');
  expect((await ask('POST', '/flows?id=Not%20Plain', greeting('delta'))).status).toBe(422);
  expect((await ask('POST', '/flows?colour=red', greeting('delta'))).body.errors[0].field).toBe('colour');
});

test('a flow that another one leads to is not deleted', async () => {
  await ask('POST', `/flows?id=${id}`, greeting(id));
  await ask('POST', `/flows?id=${id}-b`, greeting('leads', { name: 'Leads on', onFailure: { flow: id } }));
  const { status, body } = await ask('DELETE', `/flows/${id}`);
  expect([status, body.detail]).toEqual([409, 'It is used by the flow Leads on.']);
});

test('a flow goes out as the file it came in as', async () => {
  const text = await readFile('flows-examples/price-list-th/flow.json', 'utf8');
  const made = await ask('POST', `/flows?id=${id}`, text);
  expect(made.status).toBe(201);
  expect((await ask('GET', `/flows/${id}/file`)).body).toEqual(JSON.parse(text));
});

test('a version keeps its graph when the draft moves on, and no body can say otherwise', async () => {
  await ask('POST', `/flows?id=${id}`, greeting(id));
  await ask('POST', `/flows/${id}/publish`, {});
  await ask('PUT', `/flows/${id}`, { revision: 2, file: greeting('else') });
  expect((await ask('GET', `/flows/${id}/versions/1`)).body.graph.nodes[0].params.keywords).toEqual([id]);
  expect((await ask('POST', `/flows/${id}/publish`, { force: true })).body).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'force' }],
  });
});

test('the list tells state, triggers and how much is wrong', async () => {
  await ask('POST', `/flows?id=${id}`, greeting(id));
  const { body } = await ask('GET', '/flows');
  const flow = body.find((one: { id: string }) => one.id === id);
  expect(flow).toMatchObject({ triggers: [{ type: 'keyword', params: { keywords: [id] } }] });
  expect(flow).toMatchObject({ errors: 0, warnings: expect.any(Number) });
});
