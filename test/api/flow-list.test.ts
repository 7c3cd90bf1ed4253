import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let n = 0;
let id: string;

beforeAll(async () => {
  stand = await openStand();
  const number = { id: '100', account: '900', name: 'Shop', display: '1', token: 'good', appSecret: 's' };
  await stand.ask('POST', '/numbers', number);
});
afterAll(() => stand.close());
beforeEach(() => {
  n += 1;
  id = `flow-${n}`;
});

const ask = (method: string, path: string, body?: unknown) => stand.ask(method, path, body);
const file = (word: string, more: object = {}) => ({
  spec: 2,
  name: `On ${word}`,
  nodes: [
    { id: 'start', type: 'keyword', v: 1, params: { keywords: [word] } },
    { id: 'goal', type: 'goal', v: 1, params: { goal: 'asked' } },
    { id: 'hello', type: 'send-message', v: 1, params: { messages: [{ text: 'Hello!' }] } },
  ],
  edges: [
    { from: 'start', port: 'next', to: 'goal' },
    { from: 'goal', port: 'next', to: 'hello' },
  ],
  ...more,
});
const idsIn = ({ body }: { readonly body: readonly { readonly id: string }[] }) =>
  body.map((flow) => flow.id);

test('a name is enough for an empty flow', async () => {
  const made = await ask('POST', '/flows', { name: 'Opening hours', labels: ['shop'] });
  expect(made).toMatchObject({
    status: 201,
    body: { id: 'opening-hours', name: 'Opening hours', labels: ['shop'], nodes: 0, revision: 1 },
  });
  expect((await ask('POST', '/flows', { name: 'x', colour: 'red' })).body.code).toBe('damaged-flow-file');
});

test('a duplicate is a draft of its own, under another id', async () => {
  await ask('POST', `/flows?id=${id}`, file(id, { description: 'Greets', labels: ['a'] }));
  await ask('POST', `/flows/${id}/publish`, {});
  const { status, body } = await ask('POST', `/flows/${id}/duplicate`, {});
  expect([status, body.name, body.description, body.labels]).toEqual([
    201,
    `On ${id} (copy)`,
    'Greets',
    ['a'],
  ]);
  expect([body.live, body.revision, body.nodes]).toEqual([undefined, 1, 3]);
  const named = await ask('POST', `/flows/${id}/duplicate`, { name: 'ราคา (สำเนา)' });
  expect(named.body.name).toBe('ราคา (สำเนา)');
  expect((await ask('POST', '/flows/nowhere/duplicate', {})).status).toBe(404);
});

test('a flow is renamed without a look at its draft; who has it open hears of it', async () => {
  await ask('POST', `/flows?id=${id}`, file(id, { description: 'Greets', labels: ['a'] }));
  const { body } = await ask('PUT', `/flows/${id}/title`, { name: 'Prices', labels: ['b', 'c'] });
  expect(body).toMatchObject({ name: 'Prices', labels: ['b', 'c'], revision: 2, nodes: 3 });
  expect(body.description).toBeUndefined();
  expect((await ask('PUT', `/flows/${id}`, { revision: 1, file: file(id) })).body.code).toBe(
    'stale-revision',
  );
  expect((await ask('PUT', `/flows/${id}/title`, { name: '  ' })).body.errors[0].field).toBe('name');
});

test('a flow is put away and taken out again; one that is live only when that is agreed to', async () => {
  await ask('POST', `/flows?id=${id}`, file(id));
  await ask('POST', `/flows/${id}/publish`, {});
  expect(await ask('POST', `/flows/${id}/archive`, {})).toMatchObject({
    status: 409,
    body: { code: 'flow-is-live', detail: expect.stringContaining(`"On ${id}" answers customers now`) },
  });
  const { body } = await ask('POST', `/flows/${id}/archive`, { takeOffline: true });
  expect([body.archived, body.live]).toEqual([true, undefined]);
  expect(stand.deps.workspace.world().program(id)).toBeUndefined();
  expect(idsIn(await ask('GET', '/flows'))).not.toContain(id);
  expect(idsIn(await ask('GET', '/flows?archived=1'))).toContain(id);
  expect((await ask('POST', `/flows/${id}/publish`, {})).body.code).toBe('flow-archived');

  const restored = await ask('POST', `/flows/${id}/restore`);
  expect([restored.body.archived, restored.body.live]).toEqual([undefined, undefined]);
  expect((await ask('POST', `/flows/${id}/publish`, {})).body.live).toBe(2);
});

test('a flow that others lead to is not put away, and they are named', async () => {
  await ask('POST', `/flows?id=${id}`, file(id));
  await ask('POST', `/flows?id=${id}-b`, file(`${id} b`, { name: 'Leads on', onFailure: { flow: id } }));
  expect(await ask('POST', `/flows/${id}/archive`, {})).toMatchObject({
    status: 409,
    body: { code: 'in-use', detail: 'It is used by the flow Leads on.' },
  });
  await ask('POST', `/flows/${id}-b/archive`, {});
  expect((await ask('POST', `/flows/${id}/archive`, {})).status).toBe(200);
  // Taken out first, it leads to nothing: that is told, not hidden.
  const { body } = await ask('POST', `/flows/${id}-b/restore`);
  expect(body.problems.map(({ code }: { code: string }) => code)).toContain('flow-missing');
});

test('the order of the admin decides between flows that listen alike, without a new version', async () => {
  const either = (name: string) => ({
    ...{ spec: 2, name, edges: [] },
    nodes: [{ id: 's', type: 'any-message', v: 1, params: {} }],
  });
  for (const one of ['tie-a', 'tie-b']) await ask('POST', `/flows?id=${one}`, either(one));
  for (const one of ['tie-a', 'tie-b']) {
    const version = { flow: one, version: 1, name: one, order: 0, publishedAt: 1 };
    const flow = await stand.deps.store.flows.get(one);
    await stand.deps.store.flows.addVersion({ ...version, ...flow!.draft });
    await stand.deps.store.flows.save({ ...flow!, live: 1, latest: 1, revision: 2 });
  }
  const winner = async () => {
    const others = idsIn(await ask('GET', '/flows?archived=1')).filter((other) => !other.startsWith('tie-'));
    return {
      set: (...first: string[]) => ask('PUT', '/flow-order', { ids: [...first, ...others] }),
      is: async () => (await ask('POST', '/explain', { number: '100', text: 'zzz' })).body.winner.flow.id,
    };
  };
  const { set, is } = await winner();
  expect((await set('tie-b', 'tie-a')).status).toBe(204);
  expect(await is()).toBe('tie-b');
  await set('tie-a', 'tie-b');
  expect(await is()).toBe('tie-a');
  const revision = (await ask('GET', '/flows/tie-a')).body.revision;
  expect(revision).toBe(2);
  expect((await ask('PUT', '/flow-order', { ids: ['tie-a', 'tie-a', 'nowhere'] })).body).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'ids.1' }, { field: 'ids.2' }],
  });
  for (const one of ['tie-a', 'tie-b']) await ask('POST', `/flows/${one}/archive`, { takeOffline: true });
});

test('the list tells how often each flow began and reached its goals, day by day', async () => {
  await ask('POST', `/flows?id=${id}`, file(`begin${n}`));
  await ask('POST', `/flows/${id}/publish`, {});
  const before = (await ask('GET', '/flows')).body.find((flow: { id: string }) => flow.id === id);
  expect(before.week).toEqual({ starts: [0, 0, 0, 0, 0, 0, 0], goals: [0, 0, 0, 0, 0, 0, 0] });

  const now = Date.now();
  for (const contact of ['ann', 'bob']) {
    const message = { id: `${id}-${contact}`, kind: 'text', text: `begin${n}` } as const;
    const party = { number: '100', contact, phone: contact };
    await stand.deps.runtime.receive(party, { id: message.id, at: now, type: 'messageReceived', message });
  }
  await stand.idle();
  const from = now - 1000;
  const { journal, goals } = stand.deps.store;
  expect(await journal.starts(id, { from, until: now + 1 })).toBe(2);
  expect(await journal.starts(id, { from, until: now })).toBe(0);
  expect(await goals.reached(id, { from, until: Date.now() + 1 })).toBe(2);
  expect(await goals.reached('another', { from, until: Date.now() + 1 })).toBe(0);
});
