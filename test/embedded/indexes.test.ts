import type { Collection, Document, Sort } from 'mongodb';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, startTemporary, TEST_MONGODB_URI, type TestDatabase } from '../database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});

afterAll(() => database.close());

interface Stored extends Document {
  _id: string | number;
}

const collection = (name: string): Collection<Stored> => database.db.collection<Stored>(name);

describe('indexes', () => {
  test('are listed as they were made, and dropped by name', async () => {
    const things = collection('listed');
    await things.createIndex({ a: 1, b: -1 }, { unique: true });
    await things.createIndex({ c: 1 }, { name: 'mine', partialFilterExpression: { c: { $gt: 1 } } });
    expect(await things.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
      { v: 2, key: { c: 1 }, name: 'mine', partialFilterExpression: { c: { $gt: 1 } } },
    ]);
    expect(await things.createIndex({ a: 1, b: -1 }, { unique: true })).toBe('a_1_b_-1');
    await expect(things.createIndex({ a: 1, b: -1 })).rejects.toMatchObject({ code: 86 });
    await expect(things.createIndex({ c: 1, d: 1 }, { name: 'mine' })).rejects.toMatchObject({ code: 86 });
    await expect(things.createIndex({ a: 1, b: -1 }, { unique: true, name: 'other' })).rejects.toMatchObject({
      code: 85,
    });
    await things.dropIndex('mine');
    await expect(things.dropIndex('mine')).rejects.toMatchObject({ code: 27 });
    expect(await things.indexes()).toHaveLength(2);
    await expect(collection('nowhere').indexes()).rejects.toMatchObject({ code: 26 });
  });

  test('that are unique are not made over duplicates, and leave nothing behind', async () => {
    const things = collection('doubles');
    await things.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    await expect(things.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await things.indexes()).toHaveLength(1);
    await things.insertOne({ _id: 3, a: 1 });
  });

  test('that are sparse or partial let others have the same', async () => {
    const things = collection('some');
    await things.createIndex({ a: 1 }, { unique: true, sparse: true });
    await things.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await things.insertMany([
      { _id: 1, b: 1 },
      { _id: 2, b: 1, live: true },
      { _id: 3, b: 1 },
    ]);
    await expect(things.updateOne({ _id: 1 }, { $set: { live: true } })).rejects.toMatchObject({
      code: 11000,
    });
    await things.deleteOne({ _id: 2 });
    await things.updateOne({ _id: 1 }, { $set: { live: true } });
  });

  test.each([
    [{ a: 1 }, undefined, 'IXSCAN'],
    [{ _id: 1 }, undefined, 'IDHACK'],
    [{ _id: { $in: [1, 2] } }, undefined, 'IXSCAN'],
    [{ b: 1 }, undefined, 'COLLSCAN'],
    [{ a: 1 }, { at: -1 }, 'IXSCAN'],
    [{ a: { $in: [1, 2] } }, { at: -1 }, 'IXSCAN'],
    [{ $or: [{ a: 1 }, { a: 3, b: 1 }] }, undefined, 'IXSCAN'],
    [{ $or: [{ a: 1 }, { b: 1 }] }, undefined, 'COLLSCAN'],
    [{}, { _id: 1 }, 'IXSCAN'],
  ] satisfies readonly [Document, Sort | undefined, string][])(
    'answer %j sorted by %j with %s',
    async (filter, sort, stage) => {
      const things = collection('explained');
      await things.createIndex({ a: 1, at: -1 });
      await things.insertOne({ _id: 'x', a: 1, at: 1 }).catch(() => undefined);
      const { queryPlanner } = await things.find(filter, sort ? { sort } : {}).explain('queryPlanner');
      const stages = stagesIn(queryPlanner.winningPlan);
      if (stage === 'COLLSCAN') expect(stages).toContain('COLLSCAN');
      else expect(stages).not.toContain('COLLSCAN');
      expect(stages).not.toContain('SORT');
      if (!TEST_MONGODB_URI) expect(stages).toContain(stage);
    },
  );

  test('are named in the plans of writes, counts and aggregates', async () => {
    const things = collection('plans');
    await things.createIndex({ a: 1 }, { name: 'by_a' });
    const { db } = database;
    const commands = [
      { update: 'plans', updates: [{ q: { a: 1 }, u: { $set: { b: 1 } } }] },
      { delete: 'plans', deletes: [{ q: { a: 1 }, limit: 0 }] },
      { count: 'plans', query: { a: 1 } },
      {
        aggregate: 'plans',
        pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$b', n: { $sum: 1 } } }],
        cursor: {},
      },
    ];
    for (const explain of commands) {
      expect(JSON.stringify(await db.command({ explain, verbosity: 'queryPlanner' }))).toContain(
        '"indexName":"by_a"',
      );
    }
  });
});

describe('races', () => {
  test('for a unique key have one winner', async () => {
    const things = collection('race');
    await things.createIndex({ k: 1 }, { unique: true });
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => things.insertOne({ _id: i, k: 'one' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of upserts end in one document that has counted all', async () => {
    const things = collection('upserts');
    const upsert = () => things.updateOne({ _id: 'n' }, { $inc: { n: 1 } }, { upsert: true });
    await Promise.all(Array.from({ length: 200 }, upsert));
    expect(await things.find().toArray()).toEqual([{ _id: 'n', n: 200 }]);
  });

  test('for a revision let one writer through', async () => {
    const things = collection('revisions');
    await things.insertOne({ _id: 1, revision: 0 });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, by) =>
        things.updateOne({ _id: 1, revision: 0 }, { $set: { by }, $inc: { revision: 1 } }),
      ),
    );
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });
});

describe.skipIf(TEST_MONGODB_URI)('expiry', () => {
  test('takes away documents whose time is over, and only those', async () => {
    const engine = await startTemporary({ sweepEveryMs: 20 });
    const client = await new MongoClient(engine.uri).connect();
    const things = client.db('x').collection<Stored>('things');
    await things.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const now = Date.now();
    await things.insertMany([
      { _id: 'old', at: new Date(now - 61_000) },
      { _id: 'new', at: new Date(now) },
      { _id: 'none' },
      { _id: 'text', at: 'x' },
    ]);
    await expect.poll(() => things.countDocuments()).toBe(3);
    expect(await things.distinct('_id')).toEqual(['new', 'none', 'text']);
    await client.close();
    await engine.close();
  });
});

function stagesIn(plan: Document | undefined): string[] {
  if (!plan) return [];
  return [
    plan['stage'],
    ...stagesIn(plan['inputStage']),
    ...((plan['inputStages'] ?? []) as Document[]).flatMap(stagesIn),
  ];
}
