import { type Collection, type Document, Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, TEST_MONGODB_URI, type TestDatabase } from '../database.ts';

let database: TestDatabase;
let people: Collection<Stored>;

interface Stored extends Document {
  _id: number;
}

const team = new ObjectId();

beforeAll(async () => {
  database = await openDatabase();
  people = database.db.collection<Stored>('people');
  await people.insertMany([
    {
      _id: 1,
      name: 'Ana',
      age: 30,
      team,
      at: new Date(0),
      tags: ['a', 'b'],
      address: { city: 'Rome', zip: '1' },
    },
    {
      _id: 2,
      name: 'Bo',
      age: 20,
      team,
      at: new Date(86_400_000),
      tags: [],
      orders: [
        { n: 1, sum: 5 },
        { n: 2, sum: 7 },
      ],
    },
    { _id: 3, name: 'Cy', age: 25, team: null, at: new Date(86_400_001) },
  ]);
});

afterAll(() => database.close());

describe('projections', () => {
  test.each([
    [1, { name: 1 }, { _id: 1, name: 'Ana' }],
    [1, { name: 1, _id: 0 }, { name: 'Ana' }],
    [3, { team: 0, at: 0 }, { _id: 3, name: 'Cy', age: 25 }],
    [1, { 'address.city': 1, _id: 0 }, { address: { city: 'Rome' } }],
    [2, { 'orders.sum': 1, _id: 0 }, { orders: [{ sum: 5 }, { sum: 7 }] }],
    [2, { _id: 0, orders: { $slice: -1 }, name: 1 }, { name: 'Bo', orders: [{ n: 2, sum: 7 }] }],
    [2, { _id: 0, orders: { $elemMatch: { sum: 7 } } }, { orders: [{ n: 2, sum: 7 }] }],
    [1, { _id: 1 }, { _id: 1 }],
    [1, { _id: 0, older: { $add: ['$age', 1] } }, { older: 31 }],
  ])('of %i by %j', async (_id, projection, expected) => {
    expect(await people.findOne({ _id }, { projection })).toEqual(expected);
  });

  test('that mix including and excluding are refused', async () => {
    await expect(people.findOne({}, { projection: { name: 1, age: 0 } })).rejects.toMatchObject({
      code: 31254,
    });
  });
});

describe('sorting, skipping and limiting', () => {
  test('go together', async () => {
    const names = await people
      .find()
      .sort({ age: -1 })
      .skip(1)
      .limit(1)
      .map(({ name }) => name as string)
      .toArray();
    expect(names).toEqual(['Cy']);
  });

  test('put nothing first, and order by more than one field', async () => {
    expect(
      await people
        .find()
        .sort({ team: 1, age: 1 })
        .map(({ _id }) => _id)
        .toArray(),
    ).toEqual([3, 2, 1]);
  });
});

describe('aggregates', () => {
  test.each([
    [[{ $match: { age: { $gt: 20 } } }, { $count: 'n' }], [{ n: 2 }]],
    [
      [{ $group: { _id: '$team', n: { $sum: 1 }, oldest: { $max: '$age' } } }, { $sort: { n: 1 } }],
      [
        { _id: null, n: 1, oldest: 25 },
        { _id: team, n: 2, oldest: 30 },
      ],
    ],
    [[{ $sort: { age: 1 } }, { $limit: 1 }, { $project: { name: 1, _id: 0 } }], [{ name: 'Bo' }]],
    [
      [{ $unwind: '$orders' }, { $group: { _id: null, sum: { $sum: '$orders.sum' } } }],
      [{ _id: null, sum: 12 }],
    ],
    [
      [
        { $group: { _id: { $dateTrunc: { date: '$at', unit: 'day' } }, n: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: new Date(0), n: 1 },
        { _id: new Date(86_400_000), n: 2 },
      ],
    ],
    [
      [
        { $match: { _id: 1 } },
        { $lookup: { from: 'people', localField: 'team', foreignField: 'team', as: 'mates' } },
        { $project: { n: { $size: '$mates' } } },
      ],
      [{ _id: 1, n: 2 }],
    ],
    [
      [{ $facet: { young: [{ $match: { age: { $lt: 26 } } }, { $count: 'n' }], all: [{ $count: 'n' }] } }],
      [{ young: [{ n: 2 }], all: [{ n: 3 }] }],
    ],
    [[{ $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
    [[{ $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
    [[{ $limit: 2 }, { $match: { _id: { $gt: 1 } } }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  ])('%j', async (pipeline, expected) => {
    expect(await people.aggregate(pipeline).toArray()).toEqual(expected);
  });

  test('with an unknown stage are refused', async () => {
    await expect(people.aggregate([{ $nonsense: {} }]).toArray()).rejects.toMatchObject({ code: 40324 });
  });
});

describe.skipIf(TEST_MONGODB_URI)('what is not here', () => {
  test('is refused, not ignored', async () => {
    const { db, client } = database;
    await expect(db.command({ nonsense: 1 })).rejects.toMatchObject({ code: 59 });
    const session = client.startSession();
    const inTransaction = session.withTransaction(() => people.insertOne({ _id: 99 }, { session }));
    await expect(inTransaction).rejects.toMatchObject({ originalError: { code: 20 } });
    await session.endSession();
    await expect(people.find({ $where: 'true' }).toArray()).rejects.toMatchObject({ code: 2 });
  });
});

describe('the rest of the protocol', () => {
  test('lists, creates and drops collections', async () => {
    const { db } = database;
    await db.createCollection('made');
    await expect(db.command({ create: 'made' })).rejects.toMatchObject({ code: 48 });
    expect(
      (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name as string).sort(),
    ).toEqual(['made', 'people']);
    expect(await db.dropCollection('made')).toBe(true);
    expect(await db.admin().ping()).toMatchObject({ ok: 1 });
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toContain(db.databaseName);
  });

  test('forgets a cursor that is closed', async () => {
    const { db } = database;
    const { cursor } = await db.command({ find: 'people', batchSize: 1 });
    expect(cursor.id).not.toEqual(Long.ZERO);
    const id = Long.fromValue(cursor.id as Long);
    await db.command({ killCursors: 'people', cursors: [id] });
    await expect(db.command({ getMore: id, collection: 'people' })).rejects.toMatchObject({ code: 43 });
  });

  test('ends a cursor whose collection is dropped', async () => {
    const gone = database.db.collection<Stored>('gone');
    await gone.insertMany(Array.from({ length: 300 }, (_, _id) => ({ _id })));
    const cursor = gone.find().batchSize(2);
    await cursor.next();
    await gone.drop();
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
  });
});
