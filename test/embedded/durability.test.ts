import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../server/embedded/start.ts';
import { startTemporary, temporaryFolder } from '../database.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the inserter until it has acknowledged so much, kills it, and gives what it acknowledged. */
async function insertAndKill(round: number, acknowledgements: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'inserter.ts'), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const whole = text.slice(0, text.lastIndexOf('\n')).split('\n');
  return new Map(whole.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
}

describe('what is acknowledged', () => {
  test('is there after the process was killed, and every index agrees with the documents', async () => {
    const acknowledged = new Map<string, number>();
    for (const [round, many] of [200, 450, 700].entries()) {
      for (const [id, n] of await insertAndKill(round, many)) acknowledged.set(id, n);
    }
    const engine = await startEmbedded({ folder });
    const client = await new MongoClient(engine.uri).connect();
    const stored = await client
      .db('x')
      .collection<{ _id: string; n: number; tags: string[] }>('things')
      .find()
      .toArray();
    await client.close();
    await engine.close();

    const found = new Map(stored.map(({ _id, n }) => [_id, n]));
    expect(acknowledged.size).toBeGreaterThan(500);
    for (const [id, n] of acknowledged) expect(found.get(id), id).toBeGreaterThanOrEqual(n);
    const db = new DatabaseSync(join(folder, 'database.sqlite'));
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const { n: indexRows } = db.prepare('SELECT count(*) AS n FROM index_1').get() as { n: number };
    expect(indexRows).toBe(stored.reduce((sum, { tags }) => sum + tags.length, 0));
    db.close();
  });
});

describe('a database in use', () => {
  let engine: Embedded & { folder: string };

  beforeAll(async () => {
    engine = await startTemporary();
  });

  afterAll(() => engine.close());

  test('is refused to a second process with a sentence', async () => {
    await expect(startEmbedded({ folder: engine.folder })).rejects.toThrow(
      /Another process uses the database in .*DATA_DIR/,
    );
    const client = await new MongoClient(engine.uri).connect();
    expect(await client.db('x').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  });

  test('is reached by a socket that only its owner can open', async () => {
    const { mode } = await stat(join(engine.folder, 'socket'));
    expect(mode & 0o777).toBe(0o700);
  });
});

test('a folder with a long name has its socket elsewhere', async () => {
  const long = join(await temporaryFolder(), 'a-folder-with-a-long-name'.repeat(4));
  const engine = await startEmbedded({ folder: long });
  const path = decodeURIComponent(engine.uri);
  expect(path).not.toContain('a-folder-with');
  const client = await new MongoClient(engine.uri).connect();
  await client.db('x').collection('y').insertOne({});
  await client.close();
  await engine.close();
  await rm(long, { recursive: true });
});

test('what was closed is there when it is opened again, and the schema with it', async () => {
  const place = await temporaryFolder();
  const first = await startEmbedded({ folder: place });
  const client = await new MongoClient(first.uri).connect();
  await client.db('x').collection<{ _id: number; a: number[] }>('y').createIndex({ a: 1 });
  await client
    .db('x')
    .collection<{ _id: number; a: number[] }>('y')
    .insertOne({ _id: 1, a: [1, 2] });
  await client.close();
  await first.close();
  const second = await startEmbedded({ folder: place });
  const again = await new MongoClient(second.uri).connect();
  expect(await again.db('x').collection('y').find({ a: 2 }).toArray()).toEqual([{ _id: 1, a: [1, 2] }]);
  expect(await again.db('x').collection('y').indexes()).toHaveLength(2);
  await again.close();
  await second.close();
  await rm(place, { recursive: true });
});
