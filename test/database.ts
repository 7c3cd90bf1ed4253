import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type Embedded, type EmbeddedSettings, startEmbedded } from '../server/embedded/start.ts';

/** A database of its own for a test. */
export interface TestDatabase {
  readonly db: Db;
  readonly client: MongoClient;
  /** What other clients, such as Agenda, connect to; the database is `db.databaseName`. */
  readonly uri: string;
  close(): Promise<void>;
}

/** The MongoDB the tests are to run against instead of the built-in engine, if there is one. */
export const { TEST_MONGODB_URI } = process.env;

/** Opens an empty database with a random name: on `TEST_MONGODB_URI` when that is set, otherwise on the built-in engine in a temporary folder. */
export async function openDatabase(): Promise<TestDatabase> {
  const engine = TEST_MONGODB_URI ? undefined : await startTemporary();
  const uri = TEST_MONGODB_URI ?? engine?.uri ?? '';
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5000 }).connect();
  const db = client.db(`test_${randomUUID().slice(0, 8)}`);
  return {
    db,
    client,
    uri,
    async close() {
      if (!engine) await db.dropDatabase();
      await client.close();
      await engine?.close();
    },
  };
}

/** The built-in engine in a folder that is removed when it is closed. */
export async function startTemporary(
  settings: Omit<EmbeddedSettings, 'folder'> = {},
): Promise<Embedded & { readonly folder: string }> {
  const folder = await temporaryFolder();
  const engine = await startEmbedded({ folder, ...settings });
  return {
    ...engine,
    folder,
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A new empty folder. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'sluice-test-'));
