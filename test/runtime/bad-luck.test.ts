import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../../server/runtime/sweep.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { greeting, lookup, twice } from './flows.ts';
import { delivery, furnish, hears, moveIn, NUMBER, received, says, textsOf } from './house.ts';

let database: TestDatabase;
const ANA = '66810000001';
const conversation = `${NUMBER}:${ANA}`;

beforeAll(async () => {
  database = await openDatabase();
  await furnish(database, { greeting, lookup, twice });
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'messages', 'journal', 'shifts'])
    await database.db.collection(name).deleteMany({});
});

describe('a message that was stored but not served', () => {
  test('because the answer of the database was lost, is served when the channel sends it again', async () => {
    let lost = 1;
    const house = await moveIn(database, {
      store: (store) => ({
        ...store,
        messages: {
          ...store.messages,
          receive: async (records) => {
            const fresh = await store.messages.receive(records);
            if (lost-- > 0) throw new Error('connection closed');
            return fresh;
          },
        },
      }),
    });
    const message = says('hello');
    await expect(house.intake.accept(delivery(message))).rejects.toThrow('connection closed');
    await hears(house, message);
    await hears(house, message);
    expect(textsOf(house)).toEqual(['Your name?']);
  });

  test('is found by the next process, however many came in the same millisecond', async () => {
    const dead = await moveIn(database);
    await dead.intake.beat();
    const people = Array.from({ length: 620 }, (_, i) => `6682000${1000 + i}`);
    await dead.store.messages.receive(people.map((person) => received(person, dead.ports.processId)));
    const next = await moveIn(database);
    await sweep(next.ports, next.intake, next.runtime, true);
    await next.rest();
    expect(new Set(textsOf(next))).toEqual(new Set(['Your name?']));
    expect(next.sent).toHaveLength(people.length);
  });

  test('does not keep those behind it from being served', async () => {
    const dead = await moveIn(database);
    await dead.intake.beat();
    await dead.store.messages.receive([ANA, '66810000002'].map((who) => received(who, dead.ports.processId)));
    let troubled = true;
    const next = await moveIn(database, {
      store: (store) => ({
        ...store,
        conversations: {
          ...store.conversations,
          load: async (id) => {
            if (troubled && id === conversation) throw new Error('trouble');
            return store.conversations.load(id);
          },
        },
      }),
    });
    const swept = sweep(next.ports, next.intake, next.runtime, true);
    await expect.poll(() => next.sent.length).toBe(1);
    troubled = false;
    await swept;
    await next.rest();
    expect(next.sent).toHaveLength(2);
  });
});

describe('closing', () => {
  test('waits for what is being taken in, and takes nothing in afterwards', async () => {
    const stored = Promise.withResolvers<void>();
    const house = await moveIn(database, {
      store: (store) => ({
        ...store,
        messages: {
          ...store.messages,
          receive: async (records) => {
            await stored.promise;
            return store.messages.receive(records);
          },
        },
      }),
    });
    const taken = house.intake.accept(delivery(says('hello')));
    const closed = house.intake.close();
    await expect(house.intake.accept(delivery(says('hello', '66810000002')))).rejects.toThrow(/stopping/);
    stored.resolve();
    await Promise.all([taken, closed]);
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?']);
  });
});

describe('a message that has gone out', () => {
  test('is not sent again because writing that down failed', async () => {
    let away = 2;
    const house = await moveIn(database, {
      store: (store) => ({
        ...store,
        messages: {
          ...store.messages,
          note: async (record) => {
            if (away-- > 0) throw new Error('the database is away');
            await store.messages.note(record);
          },
        },
      }),
    });
    await hears(house, says('hello', ANA, 'wamid.noted'));
    for (let round = 0; round < 3; round += 1) await house.runtime.takeOver(conversation);
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?']);
    expect((await house.store.messages.get('wamid.noted/0'))?.rank).toBe('accepted');
    expect(await house.owed(conversation)).toEqual([]);
  });

  test('is not sent again by a process that was frozen while another took over', async () => {
    const answered = Promise.withResolvers<void>();
    const frozen = await moveIn(database, {
      channel: {
        send: async (_number, _to, message, id) => {
          frozen.sent.push({ id, message });
          await answered.promise;
          return { channelId: `wamid.${id}` };
        },
      },
    });
    await frozen.intake.accept(delivery(says('both', ANA, 'wamid.frozen')));
    await expect.poll(() => frozen.sent.length).toBe(1);
    const other = await moveIn(database);
    for (const house of [frozen, other]) house.pass(120_000);
    await sweep(other.ports, other.intake, other.runtime);
    await other.rest();
    other.pass(60_000);
    await other.runtime.takeOver(conversation);
    answered.resolve();
    await frozen.rest();
    const ids = [...frozen.sent, ...other.sent].map(({ id }) => id);
    expect(ids.filter((id) => id === 'wamid.frozen/1')).toHaveLength(1);
  });
});

describe('a conversation', () => {
  test('that cannot be taken over does not keep others from it', async () => {
    const dead = await moveIn(database, { channel: { send: () => new Promise(() => undefined) } });
    const people = [ANA, '66810000002', '66810000003'];
    void dead.intake.accept(delivery(...people.map((person) => says('hello', person))));
    const owing = () =>
      database.db.collection('conversations').countDocuments({ 'pending.0': { $exists: true } });
    await expect.poll(owing).toBe(3);
    const next = await moveIn(database, {
      reconcileMs: 0,
      store: (store) => ({
        ...store,
        conversations: {
          ...store.conversations,
          load: async (id) => {
            if (id === conversation) throw new Error('trouble');
            return store.conversations.load(id);
          },
        },
      }),
    });
    await sweep(next.ports, next.intake, next.runtime, true);
    await next.rest();
    expect(next.sent).toHaveLength(2);
  });

  test('goes on with what waits in its queue after a crash', async () => {
    const asked = Promise.withResolvers<never>();
    const dead = await moveIn(database, { answer: () => asked.promise });
    await hears(dead, says('order'));
    await hears(dead, says('yes please'));
    const next = await moveIn(database, {
      answer: async () => ({ status: 200, body: { status: 'on its way' } }),
    });
    await sweep(next.ports, next.intake, next.runtime, true);
    await next.rest();
    expect(textsOf(next)).toEqual(['It is on its way. More?', 'You said yes please']);
  });
});
