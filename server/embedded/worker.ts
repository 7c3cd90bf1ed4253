import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Cursors } from './commands/cursors.ts';
import { MOST_AT_ONCE, removeExpired } from './expiry.ts';
import { Catalogue } from './storage/catalogue.ts';
import { WireServer } from './wire/server.ts';

/** What the worker is told when it starts. */
export interface WorkerSettings {
  readonly folder: string;
  readonly socket: string;
  readonly sweepEveryMs: number;
}

/** What the worker says: that it listens, or why it cannot. */
export type WorkerMessage = { readonly is: 'listening' } | { readonly is: 'failed'; readonly reason: string };

const { folder, socket, sweepEveryMs } = workerData as WorkerSettings;
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

try {
  await serve();
  say({ is: 'listening' });
} catch (error) {
  say({ is: 'failed', reason: error instanceof Error ? error.message : String(error) });
}

async function serve(): Promise<void> {
  const catalogue = new Catalogue(folder);
  const cursors = new Cursors();
  const server = new WireServer({ catalogue, cursors });
  // The lock is ours now, so a socket that lies there belongs to nobody.
  rmSync(socket, { force: true });
  await server.listen(socket);
  const sweeping = setInterval(() => sweep(catalogue, cursors, server), sweepEveryMs);
  parentPort?.once('message', () => {
    clearInterval(sweeping);
    server.close().then(() => {
      catalogue.file.close();
      parentPort?.close();
    }, fail);
  });
}

function sweep(catalogue: Catalogue, cursors: Cursors, server: WireServer): void {
  cursors.killIdle();
  let removed = 0;
  server.write(() => {
    removed = removeExpired(catalogue, Date.now());
  });
  // More than one sweep takes at once: the rest follows when others have had their turn.
  if (removed >= MOST_AT_ONCE) setImmediate(() => sweep(catalogue, cursors, server));
}

function fail(error: unknown): void {
  throw error;
}
