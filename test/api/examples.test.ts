import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoWorkspace } from '../../server/demo/workspace.ts';
import { createExamples, type ExampleChat } from '../../server/examples.ts';
import { parseChat } from '../../server/rehearsal/parse-chat.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import { openStand, type Stand } from './stand.ts';

const types = await loadNodeTypes();
const kept: { flow: string; chats: readonly ExampleChat[] }[] = [];
const { calendars, teams } = demoWorkspace;
const crm = { id: 'demo-crm', name: 'Demo CRM', baseUrl: 'http://127.0.0.1:1/crm', headers: {} };
const examples = createExamples('flows-examples', types, {
  furniture: { calendars, teams, connections: [crm] },
  onImported: async (flow, chats) => void kept.push({ flow, chats }),
});
let stand: Stand;

beforeAll(async () => {
  stand = await openStand({ examples });
});
afterAll(() => stand.close());

test('every example is shown with what it is and does', async () => {
  const { body } = await stand.ask('GET', '/examples');
  expect(body.map(({ id }: { id: string }) => id).sort()).toEqual(
    demoWorkspace.flows.map(({ id }) => id).sort(),
  );
  const byId = Object.fromEntries(body.map((example: { id: string }) => [example.id, example]));
  expect(byId['price-list']).toMatchObject({ name: 'Price list', languages: ['en'], leadsTo: [], chats: 13 });
  expect(byId['price-list-th'].languages).toEqual(['th']);
  expect(byId['welcome'].languages.toSorted()).toEqual(['en', 'th']);
  expect(byId['welcome'].leadsTo).toContain('order-status');
  for (const { map, nodes } of body) {
    expect(map.nodes).toHaveLength(nodes);
    for (const [from, to] of map.edges) expect(Math.max(from, to)).toBeLessThan(nodes);
  }
});

test('an example is a draft with one click, with all that it needs, and nothing wrong with it', async () => {
  const { status, body } = await stand.ask('POST', '/examples/order-status');
  expect([status, body.id, body.live, body.errors]).toEqual([201, 'order-status', undefined, 0]);
  expect((await stand.ask('GET', '/calendars')).body.map(({ id }: { id: string }) => id)).toEqual(['office']);
  expect((await stand.ask('GET', '/teams')).body.map(({ id }: { id: string }) => id)).toEqual(['support']);
  expect(await stand.deps.store.connections.get('demo-crm')).toEqual(crm);
  expect(stand.deps.workspace.world().calendar('office')?.name).toBe('Office hours');
  expect(kept.at(-1)?.flow).toBe('order-status');
});

test('its conversations need no file beside them', () => {
  const { chats } = kept.at(-1)!;
  expect(chats.length).toBeGreaterThan(10);
  for (const { name, chat } of chats) {
    expect(name).toMatch(/^[a-z0-9 ]+$/);
    expect(chat).not.toContain('office.json');
    const { setting } = parseChat(chat);
    expect([name, setting.calendars.length + setting.calendarFiles.length]).toEqual([
      name,
      setting.calendars.length,
    ]);
  }
});

test('a second draft of it is another flow; what is here already stays as it is', async () => {
  await stand.ask('PUT', '/calendars/office', { ...calendars[0], id: undefined, name: 'Our hours' });
  const { body } = await stand.ask('POST', '/examples/order-status');
  expect([body.id, body.name]).toEqual(['order-status-2', 'Order status 2']);
  expect((await stand.deps.store.calendars.get('office'))?.name).toBe('Our hours');
  expect(kept.at(-1)?.flow).toBe('order-status-2');
});

test('the flows that an example leads to come along', async () => {
  const { body } = await stand.ask('POST', '/examples/welcome');
  expect(body.errors).toBe(0);
  const ids = (await stand.ask('GET', '/flows')).body.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(demoWorkspace.flows.map(({ id }) => id)));
  expect(new Set(kept.map(({ flow }) => flow)).size).toBe(kept.length);
});

test('an example that does not exist is said not to, and a folder that does not exist is empty', async () => {
  for (const id of ['nothing', '..', '__proto__', '%2e%2e%2fserver'])
    expect((await stand.ask('POST', `/examples/${encodeURIComponent(id)}`)).status).toBe(404);
  expect(await createExamples('/nowhere', types, examples).all()).toEqual([]);
});

test('the list fits its schema', async () => {
  const { routes } = await import('../../server/api/routes.ts');
  const { answer } = routes.find(({ path, method }) => path === '/examples' && method === 'get') ?? {};
  const { body } = await stand.ask('GET', '/examples');
  expect(new Ajv({ strict: true }).validate(answer!, body)).toBe(true);
});
