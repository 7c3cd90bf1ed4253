import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import type { Config } from './config.ts';
import { startEmbedded } from './embedded/start.ts';

/** An open database, wherever it lives. */
export interface Database {
  readonly db: Db;
  /** Nobody else can be using it: what a dead process left may be taken up at once. */
  readonly exclusive: boolean;
  close(): Promise<void>;
  /** Resolves if it has ended by itself: nothing can go on then. */
  readonly failed?: Promise<Error>;
}

const NAME = 'sluice';

/** Opens the MongoDB of MONGODB_URI, or the built-in database in DATA_DIR. One code path from there on. */
export async function openDatabase({ mongodbUri, dataDir }: Config): Promise<Database> {
  const embedded =
    mongodbUri === undefined ? await startEmbedded({ folder: join(dataDir, 'database') }) : undefined;
  const client = new MongoClient(mongodbUri ?? embedded?.uri ?? '', {
    appName: 'sluice',
    ignoreUndefined: true,
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 5_000,
    // A database that neither answers nor hangs up must not hold webhooks for ever.
    socketTimeoutMS: 60_000,
    // Whatever the address says: a compare-and-set that reads from a copy would lose again and again.
    readPreference: 'primary',
  });
  await client.connect();
  return {
    db: client.db(databaseIn(mongodbUri) ?? NAME),
    exclusive: embedded !== undefined,
    close: async () => {
      await client.close();
      await embedded?.close();
    },
    ...(embedded && { failed: embedded.failed }),
  };
}

/** The database that an address names, if it does. Addresses of replica sets have several hosts, so they are no URLs. */
export function databaseIn(mongodbUri = ''): string | undefined {
  const [, name = ''] = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]*)/.exec(mongodbUri) ?? [];
  return name === '' ? undefined : decodeURIComponent(name);
}
