import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../database.ts';

interface Stored {
  _id: string | number;
  n?: number;
  revision?: number;
  age?: number;
  tags?: string[];
  at?: Date;
  address?: { city: string };
  mail?: string;
  x?: number;
  seen?: boolean;
  text?: string;
  d?: number;
  e?: number;
  'a.b'?: number;
  c?: number;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});

afterAll(() => database.close());

const collection = (name: string) => database.db.collection<Stored>(name);

describe('writing and reading through the driver', () => {
  test('documents come back as they were stored', async () => {
    const people = collection('people');
    await people.insertMany([
      { _id: 'ana', age: 30, tags: ['a', 'b'], at: new Date(5) },
      { _id: 'bo', age: 20, address: { city: 'Rome' } },
    ]);
    expect(await people.findOne({ _id: 'ana' })).toEqual({
      _id: 'ana',
      age: 30,
      tags: ['a', 'b'],
      at: new Date(5),
    });
    expect(await people.find({ 'address.city': 'Rome' }).toArray()).toMatchObject([{ _id: 'bo' }]);
    expect(await people.find({ _id: { $in: ['bo', 'nobody', 'ana', 'bo'] } }).toArray()).toHaveLength(2);
    expect(await people.countDocuments({ age: { $gt: 25 } })).toBe(1);
    expect(await people.estimatedDocumentCount()).toBe(2);
    expect(await people.distinct('tags')).toEqual(['a', 'b']);
  });

  test('an update tells how many it matched and changed', async () => {
    const counters = collection('counters');
    await counters.insertMany([
      { _id: 1, n: 1, revision: 1 },
      { _id: 2, n: 1, revision: 1 },
    ]);
    expect(await counters.updateOne({ _id: 1, revision: 1 }, { $inc: { n: 1, revision: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await counters.updateOne({ _id: 1, revision: 1 }, { $inc: { n: 1 } })).toMatchObject({
      matchedCount: 0,
    });
    expect(await counters.updateOne({ _id: 1 }, { $set: { n: 2 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await counters.updateMany({}, { $set: { seen: true } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await counters.replaceOne({ _id: 2 }, { x: 1 })).toMatchObject({ modifiedCount: 1 });
    expect(await counters.findOne({ _id: 2 })).toEqual({ _id: 2, x: 1 });
    expect(await counters.deleteMany({})).toMatchObject({ deletedCount: 2 });
  });

  test('an upsert inserts the equalities of its filter and what the update adds', async () => {
    const things = collection('things');
    const result = await things.updateOne(
      { _id: 'x', 'a.b': 1, c: { $gt: 2 } },
      { $set: { d: 1 }, $setOnInsert: { e: 2 } },
      { upsert: true },
    );
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'x' });
    expect(await things.findOne({ _id: 'x' })).toEqual({ _id: 'x', a: { b: 1 }, d: 1, e: 2 });
  });

  test('findOneAndUpdate gives the document before or after', async () => {
    const jobs = collection('jobs');
    await jobs.insertOne({ _id: 1, n: 1 });
    expect(await jobs.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    expect(await jobs.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      n: 3,
    });
    expect(
      await jobs.findOneAndUpdate({ _id: 9 }, { $set: { n: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).toEqual({ _id: 9, n: 1 });
    expect(await jobs.findOneAndDelete({ n: 3 }, { projection: { n: 1, _id: 0 } })).toEqual({ n: 3 });
    expect(await jobs.findOneAndUpdate({ _id: 77 }, { $set: { n: 1 } })).toBeNull();
  });

  test('an unordered insert keeps what it can and names each duplicate', async () => {
    const inbox = collection('inbox');
    await inbox.insertOne({ _id: 'a' });
    const error = await inbox
      .insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }], { ordered: false })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 11000, result: { insertedCount: 2 } });
    expect(error).toMatchObject({
      writeErrors: [
        { index: 0, code: 11000 },
        { index: 2, code: 11000 },
      ],
    });
    expect(await inbox.countDocuments()).toBe(3);
  });

  test('a duplicate key is told with pattern and value', async () => {
    const users = collection('users');
    await users.createIndex({ mail: 1 }, { unique: true });
    await users.insertOne({ _id: 1, mail: 'a@x' });
    await expect(users.insertOne({ _id: 2, mail: 'a@x' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { mail: 1 },
      keyValue: { mail: 'a@x' },
    });
    await expect(users.insertOne({ _id: 1, mail: 'b@x' })).rejects.toMatchObject({ keyPattern: { _id: 1 } });
    await users.insertOne({ _id: 2, mail: 'b@x' });
    await expect(users.updateOne({ _id: 2 }, { $set: { mail: 'a@x' } })).rejects.toMatchObject({
      code: 11000,
    });
  });

  test('a bulk write runs its statements in order and counts them', async () => {
    const docs = collection('bulk');
    const result = await docs.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { _id: 2 }, update: { $set: { n: 5 } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 }, replacement: { n: 6 } } },
      { deleteOne: { filter: { _id: 1 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 2,
      modifiedCount: 2,
      upsertedCount: 1,
      deletedCount: 1,
      upsertedIds: { 2: 2 },
    });
    expect(await docs.find().toArray()).toEqual([{ _id: 2, n: 6 }]);
  });

  test('a cursor goes through thousands of documents while they are changed', async () => {
    const many = collection('many');
    await many.insertMany(
      Array.from({ length: 5000 }, (_, i) => ({ _id: i, n: i % 7, text: 'x'.repeat(200) })),
    );
    await many.createIndex({ n: 1 });
    const seen: unknown[] = [];
    for await (const { _id } of many
      .find({ n: { $gte: 0 } })
      .sort({ n: -1 })
      .batchSize(500)) {
      seen.push(_id);
      if (seen.length === 600) await many.deleteOne({ _id: 6 });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4999);
    expect(
      (await many.find().sort({ text: 1, _id: 1 }).skip(10).limit(3).toArray()).map(({ _id }) => _id),
    ).toEqual([11, 12, 13]);
  });
});
