import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import type { Sealed, Store } from '../../server/store/store.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { greeting } from './flows.ts';
import { furnish, graphOf, NUMBER } from './house.ts';

const types = await loadNodeTypes();
const open = ({ sealed }: Sealed): string => {
  if (sealed === 'damaged') throw new Error('a sealed secret is damaged');
  return sealed;
};
const databases: TestDatabase[] = [];
let store: Store;

beforeEach(async () => {
  const database = await openDatabase();
  databases.push(database);
  await furnish(database, { greeting });
  store = mongoStore(database.db, 'test');
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

/** Puts a version into the shop window without asking whether it can run. */
async function putLive(id: string, type: string): Promise<void> {
  const draft = { graph: { nodes: [{ id: 'a', type, v: 1, params: {} }], edges: [] }, layout: {} };
  await store.flows.addVersion({ ...draft, flow: id, version: 1, name: id, order: 0, publishedAt: 0 });
  await store.flows.save({
    id,
    name: id,
    order: 0,
    draft,
    live: 1,
    latest: 1,
    revision: 1,
    updatedAt: 0,
  });
}

test('a number whose secrets cannot be opened is left out and told of; the others work', async () => {
  const good = await store.numbers.get(NUMBER);
  if (!good) throw new Error('no number');
  await store.numbers.put({ ...good, id: '2000002', token: { sealed: 'damaged' } });
  const told: object[] = [];
  const workspace = await openWorkspace(store, types, open, { error: (fact) => void told.push(fact) });
  expect(workspace.numbers().map(({ id }) => id)).toEqual([NUMBER]);
  expect(told).toMatchObject([{ number: '2000002' }]);
});

test('a live flow that cannot run is left out and told of; the others work', async () => {
  await putLive('odd', 'a-type-of-tomorrow');
  const told: object[] = [];
  const workspace = await openWorkspace(store, types, open, { error: (fact) => void told.push(fact) });
  expect(workspace.world().program('greeting')).toBeDefined();
  expect(workspace.world().program('odd')).toBeUndefined();
  expect(told).toMatchObject([{ flow: 'odd', version: 1 }]);
  await workspace.have([{ id: 'odd', version: 1 }]);
  expect(workspace.world().program('odd', 1)).toBeUndefined();
});

test('a version that appears after it was asked for is found', async () => {
  const workspace = await openWorkspace(store, types, open);
  const old = { id: 'greeting', version: 7 };
  await workspace.have([old]);
  expect(workspace.world().program('greeting', 7)).toBeUndefined();
  const draft = { graph: graphOf(greeting), layout: {} };
  await store.flows.addVersion({
    ...draft,
    flow: 'greeting',
    version: 7,
    name: 'g',
    order: 0,
    publishedAt: 0,
  });
  await workspace.have([old]);
  expect(workspace.world().program('greeting', 7)?.ref.version).toBe(7);
});

test('a change is seen by the next refresh, once', async () => {
  const workspace = await openWorkspace(store, types, open);
  await store.numbers.put({ ...(await number()), name: 'Renamed' });
  expect(await workspace.refresh()).toBe(false);
  await store.workspace.touch();
  expect(await Promise.all([workspace.refresh(), workspace.refresh()])).toEqual([true, true]);
  expect(workspace.number(NUMBER)?.name).toBe('Renamed');
  expect(await workspace.refresh()).toBe(false);
});

async function number() {
  const found = await store.numbers.get(NUMBER);
  if (!found) throw new Error('no number');
  return found;
}
