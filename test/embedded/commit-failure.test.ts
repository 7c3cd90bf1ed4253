import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cursors } from '../../server/embedded/commands/cursors.ts';
import { Catalogue } from '../../server/embedded/storage/catalogue.ts';
import { WireServer } from '../../server/embedded/wire/server.ts';
import { temporaryFolder } from '../database.ts';

let folder: string;
let catalogue: Catalogue;
let server: WireServer;
let client: MongoClient;

beforeEach(async () => {
  folder = await temporaryFolder();
  catalogue = new Catalogue(folder);
  server = new WireServer({ catalogue, cursors: new Cursors() });
  const path = join(folder, 'db.sock');
  await server.listen(path);
  client = await new MongoClient(`mongodb://${encodeURIComponent(path)}/?directConnection=true`).connect();
});

afterEach(async () => {
  await client.close();
  await server.close();
  catalogue.file.close();
  await rm(folder, { recursive: true });
});

const things = () => client.db('x').collection<{ _id: number; text?: string }>('things');

describe('when a disk refuses', () => {
  test('the commit, every write that waited for it fails, and none has happened', async () => {
    await things().insertOne({ _id: 0 });
    const { commit } = catalogue.file;
    catalogue.file.commit = () => {
      throw new Error('disk I/O error');
    };
    const results = await Promise.allSettled([
      ...Array.from({ length: 5 }, (_, i) => things().insertOne({ _id: 1 + i })),
      client.db('x').createCollection('other'),
    ]);
    catalogue.file.commit = commit;
    expect(results.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    expect(await things().countDocuments()).toBe(1);
    expect(await client.db('x').listCollections().toArray()).toHaveLength(1);
    await things().insertOne({ _id: 1 });
    expect(await things().countDocuments()).toBe(2);
  });

  test('a write half-way, the whole turn is undone and the next one works', async () => {
    await things().insertOne({ _id: 0 });
    catalogue.file.db.exec('PRAGMA max_page_count = 40');
    const text = 'x'.repeat(100_000);
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, (_, i) => things().insertOne({ _id: 1 + i, text })),
    );
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
    catalogue.file.db.exec('PRAGMA max_page_count = 1000000');
    const acknowledged = results.filter(({ status }) => status === 'fulfilled').length;
    expect(await things().countDocuments()).toBe(1 + acknowledged);
    await things().insertOne({ _id: 9, text });
    expect(await things().countDocuments()).toBe(2 + acknowledged);
  });
});
