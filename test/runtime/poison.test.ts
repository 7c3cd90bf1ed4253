import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../nodes/contract/json.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { greeting, lookup } from './flows.ts';
import { delivery, furnish, hears, moveIn, NOON, NUMBER, says, textsOf } from './house.ts';

let database: TestDatabase;
const ANA = '66810000001';
const conversation = `${NUMBER}:${ANA}`;

beforeAll(async () => {
  database = await openDatabase();
  await furnish(database, { greeting, lookup });
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'messages', 'journal'])
    await database.db.collection(name).deleteMany({});
});

describe('an answer of the outside', () => {
  test.each<[string, Json]>([
    ['that passes for BSON', { status: 'here', id: { _bsontype: 'Long' } }],
    ['with zero bytes in its names', { status: 'here', 'a\0b': 1 }],
    ['with names that look like operators', { status: 'here', $set: { $ref: 1 } }],
    ['that nests a hundred thousand levels deep', nested(100_000)],
  ])('%s does no harm', async (_what, body) => {
    const house = await moveIn(database, { answer: async () => ({ status: 200, body }) });
    await hears(house, says('order'));
    expect(textsOf(house)).toEqual(['It is here. More?']);
  });

  test('that is too large to be kept brings people, and is not asked for again and again', async () => {
    let asked = 0;
    const house = await moveIn(database, {
      answer: async () => {
        asked += 1;
        return { status: 200, body: { status: 'x'.repeat(17_000_000) } };
      },
    });
    await hears(house, says('order'), says('hello', '66810000002'));
    house.pass(60_000);
    await house.runtime.takeOver(conversation);
    await house.rest();
    expect(asked).toBe(1);
    const stored = await house.store.conversations.load(conversation);
    expect(stored?.conversation.owner).toMatchObject({ is: 'queue', priority: 'high' });
    expect(stored?.conversation.session).toBeUndefined();
    expect(textsOf(house)).toEqual(['Your name?']);
  });
});

function nested(levels: number): Json {
  return { status: 'here', deep: JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) };
}

describe('a message', () => {
  test('with names that cannot be stored is taken all the same, and so are its neighbours', async () => {
    const house = await moveIn(database);
    const answers = JSON.parse('{"a\\u0000b":1,"_bsontype":"ObjectId","city":"Phuket"}');
    const form = {
      ...says('', ANA, 'wamid.form'),
      message: { id: 'wamid.form', kind: 'form', name: 'lead', answers },
    } as const;
    await hears(house, form, says('hello', '66810000002'));
    expect(await house.store.messages.get('wamid.form')).toMatchObject({
      message: { answers: { city: 'Phuket' } },
    });
    expect(textsOf(house)).toEqual(['Your name?']);
  });

  test('whose price cannot be stored has its status all the same', async () => {
    const house = await moveIn(database);
    const pricing = JSON.parse('{"$price":1,"a\\u0000":2}');
    await house.intake.accept({
      ...delivery(),
      statuses: [{ number: NUMBER, channelId: 'w', messageId: 'x/0', status: 'read', at: NOON, pricing }],
    });
    expect(await house.store.messages.rankOf('x/0')).toBe('read');
  });
});

test('news of a message that is never noted is forgotten one day', async () => {
  const house = await moveIn(database);
  await house.store.messages.applyStatuses([
    { messageId: 'stranger/0', channelId: 'w', rank: 'read', at: NOON },
  ]);
  const kept = await database.db
    .collection<{ _id: string; at?: Date }>('messages')
    .findOne({ _id: 'stranger/0' });
  expect(kept?.at).toEqual(new Date(NOON));
});

test('one document that cannot be stored does not fail those written along with it', async () => {
  const { store } = await moveIn(database);
  const note = (id: string, text: string) =>
    store.messages.note({
      id,
      conversation,
      number: NUMBER,
      contact: ANA,
      at: NOON,
      direction: 'out',
      message: { kind: 'text', text },
    });
  const outcomes = await Promise.allSettled([
    note('a/0', 'x'),
    note('b/0', 'x'.repeat(17_000_000)),
    note('c/0', 'x'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
