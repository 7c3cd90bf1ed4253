import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryOut } from '../../server/runtime/carry-out.ts';
import type { MoveOrder } from '../../server/store/store.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import {
  type Drawing,
  furnish,
  graphOf,
  type House,
  hears,
  moveIn,
  NOON,
  NUMBER,
  says,
  textsOf,
} from './house.ts';

let database: TestDatabase;
const ANA = '66810000001';
const conversation = (contact = ANA): string => `${NUMBER}:${contact}`;

const first: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['hello'] }],
    name: ['ask', { question: 'Name?', saveAs: 'name' }],
    age: ['ask', { question: 'Age?', saveAs: 'age' }],
  },
  edges: ['start.next → name', 'name.answered → age'],
};
const second: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['hello'] }],
    age: ['ask', { question: 'How old?', saveAs: 'age' }],
  },
  edges: ['start.next → age'],
};

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'messages', 'journal', 'flows', 'versions', 'settings'])
    await database.db.collection(name).deleteMany({});
  await furnish(database, { f: first });
});

/** Publishes the second version, and orders who is inside to come along. */
async function publish({ store, ports }: House, moving?: Omit<MoveOrder, 'to' | 'at'>): Promise<void> {
  const flow = await store.flows.get('f');
  if (!flow) throw new Error('no flow');
  const draft = { graph: graphOf(second), layout: {} };
  await store.flows.addVersion({ ...draft, flow: 'f', version: 2, name: 'f', order: 0, publishedAt: NOON });
  await store.flows.save({
    ...flow,
    ...{ draft, live: 2, latest: 2, revision: flow.revision + 1 },
    ...(moving && { moving: { ...moving, to: 2, at: NOON } }),
  });
  await store.workspace.touch();
  await ports.workspace.refresh();
}

async function round(house: House): Promise<void> {
  await carryOut(house.ports, house.runtime);
  await house.rest();
}

const inside = ({ store }: House, version: number): Promise<number> =>
  store.conversations.countInside([{ id: 'f', version }]);

describe('an order to bring people along', () => {
  test('brings everybody into the new version, each once, and is done', async () => {
    const house = await moveIn(database);
    const people = Array.from({ length: 5 }, (_, n) => `6681000000${n}`);
    for (const contact of people) await hears(house, says('hello', contact));
    expect(await inside(house, 1)).toBe(5);
    await publish(house, { how: 'move' });
    house.sent.splice(0);
    house.pass(1);
    await round(house);
    expect(textsOf(house)).toEqual(Array(5).fill('How old?'));
    expect([await inside(house, 1), await inside(house, 2)]).toEqual([0, 5]);
    // A process that has not heard of the publishing may still let somebody in.
    expect(await house.store.flows.moving()).toHaveLength(1);
    house.pass(11_000);
    await round(house);
    expect(await house.store.flows.moving()).toEqual([]);
    expect(house.sent).toHaveLength(5);
    const [entry] = await house.store.journal.latest(1, conversation());
    expect(entry?.event).toMatchObject({ type: 'flowMoved', to: 2, how: 'move' });
    await house.runtime.stop();
  });

  test('waits for those whose number has said enough for now', async () => {
    const house = await moveIn(database);
    for (const n of [1, 2, 3]) await hears(house, says('hello', `6681000000${n}`));
    const number = await house.store.numbers.get(NUMBER);
    await house.store.numbers.put({ ...(number as NonNullable<typeof number>), perSecond: 4 });
    await publish(house, { how: 'move' });
    house.pass(11_000);
    const left: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await round(house);
      left.push(await inside(house, 1));
    }
    expect(left).toEqual([2, 1, 0, 0]);
    await house.runtime.stop();
  });

  test('changes nothing for those who finish in the old version', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'));
    await publish(house);
    await round(house);
    await hears(house, says('Ana'));
    expect(textsOf(house)).toEqual(['Name?', 'Age?']);
    await house.runtime.stop();
  });

  test('is given up when the version cannot run, and people stay where they are', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'));
    await publish(house, { how: 'move' });
    await database.db.collection('versions').deleteOne({ flow: 'f', version: 2 });
    const next = await moveIn(database);
    await round(next);
    expect(await next.store.flows.moving()).toEqual([]);
    expect(await inside(next, 1)).toBe(1);
    await house.runtime.stop();
    await next.runtime.stop();
  });
});

describe('a process that dies while it brings people along', () => {
  test('before the save leaves them to the next, once', async () => {
    const dying = await moveIn(database);
    await hears(dying, says('hello'));
    await publish(dying, { how: 'restart' });
    const broken = await moveIn(database, {
      store: (store) => ({
        ...store,
        conversations: { ...store.conversations, save: () => Promise.reject(new Error('killed')) },
      }),
    });
    await broken.runtime.stop();
    await round(broken);
    expect(await inside(dying, 1)).toBe(1);
    const next = await moveIn(database);
    await round(next);
    await round(next);
    expect(textsOf(next)).toEqual(['How old?']);
    await dying.runtime.stop();
    await next.runtime.stop();
  });

  test('after the save, before sending, has it sent by the next under the same id', async () => {
    const before = await moveIn(database);
    await hears(before, says('hello'));
    await publish(before, { how: 'restart' });
    await before.runtime.stop();
    const dying = await moveIn(database, { channel: { send: () => new Promise(() => undefined) } });
    await carryOut(dying.ports, dying.runtime);
    const next = await moveIn(database, { reconcileMs: 0 });
    await round(next);
    await next.runtime.takeOver(conversation(), Number.MAX_SAFE_INTEGER);
    await next.rest();
    expect(next.sent.map(({ id }) => id)).toEqual([expect.stringMatching(/^move:f@2:.*\/0$/)]);
    expect(await inside(next, 2)).toBe(1);
    await next.runtime.stop();
  });

  test('and two at once begin with somebody only once', async () => {
    const [one, other] = await Promise.all([moveIn(database), moveIn(database)]);
    await hears(one, says('hello'));
    one.sent.splice(0);
    await publish(one, { how: 'restart' });
    await other.ports.workspace.refresh();
    await Promise.all([carryOut(one.ports, one.runtime), carryOut(other.ports, other.runtime)]);
    await Promise.all([one.rest(), other.rest()]);
    expect([...textsOf(one), ...textsOf(other)]).toEqual(['How old?']);
    await one.runtime.stop();
    await other.runtime.stop();
  });
});

describe('testers of a number', () => {
  async function edit({ store }: House, drawing: Drawing): Promise<void> {
    const flow = await store.flows.get('f');
    if (!flow) throw new Error('no flow');
    const draft = { graph: graphOf(drawing), layout: {} };
    await store.flows.save({ ...flow, draft, revision: flow.revision + 1 });
  }

  async function withTester(): Promise<House> {
    const house = await moveIn(database);
    const number = await house.store.numbers.get(NUMBER);
    await house.store.numbers.put({ ...(number as NonNullable<typeof number>), testers: [ANA] });
    await house.store.workspace.touch();
    await house.ports.workspace.refresh();
    return house;
  }

  test('get the draft, and finish it though it is edited meanwhile; everybody else gets the live version', async () => {
    const house = await withTester();
    await edit(house, second);
    await hears(house, says('hello'), says('hello', '66810000002'));
    expect(textsOf(house).toSorted()).toEqual(['How old?', 'Name?']);
    await edit(house, first);
    // Another process has never seen that draft.
    const other = await moveIn(database);
    const stored = await other.store.conversations.load(conversation());
    expect(stored?.conversation.session?.flow).toEqual({ id: 'f', version: -2 });
    other.pass(1);
    await hears(other, says('30'));
    const [entry] = await other.store.journal.latest(1, conversation());
    expect(entry?.ended).toMatchObject([{ why: 'completed' }]);
    await house.runtime.stop();
    await other.runtime.stop();
  });

  test('get the live version while the draft has errors, or means the same', async () => {
    const house = await withTester();
    await edit(house, { ...second, edges: ['start.next → nowhere'] });
    await hears(house, says('hello'));
    const stored = await house.store.conversations.load(conversation());
    expect(stored?.conversation.session?.flow).toEqual({ id: 'f', version: 1 });
    await house.runtime.stop();
  });

  test('are not counted among those inside, nor moved', async () => {
    const house = await withTester();
    await edit(house, {
      ...first,
      nodes: { ...first.nodes, age: ['ask', { question: 'Age now?', saveAs: 'a' }] },
    });
    await hears(house, says('hello'));
    expect(await inside(house, 1)).toBe(0);
    await publish(house, { how: 'restart' });
    house.sent.splice(0);
    await round(house);
    expect(house.sent).toEqual([]);
    await house.runtime.stop();
  });
});
