import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { placeSocket } from './socket-path.ts';
import type { WorkerMessage, WorkerSettings } from './worker.ts';

/** How the built-in database is started. */
export interface EmbeddedSettings {
  /** The folder for its files; made if it is not there. */
  readonly folder: string;
  /** How often expired documents are looked for, in milliseconds; a minute if not given. */
  readonly sweepEveryMs?: number;
}

/** A running built-in database. */
export interface Embedded {
  /** What to give to MongoClient. */
  readonly uri: string;
  /** Makes everything durable and stops the worker. */
  close(): Promise<void>;
  /** Settles when the worker has ended without having been asked to: with the error that ended it. */
  readonly failed: Promise<Error>;
}

/** Starts the built-in MongoDB-compatible database in its own thread. Rejects with a sentence when it cannot, as when another process uses the folder. */
export async function startEmbedded({ folder, sweepEveryMs = 60_000 }: EmbeddedSettings): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const socket = placeSocket(folder);
  const settings: WorkerSettings = { folder, socket: socket.path, sweepEveryMs };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings });
  const ended = endOf(worker);
  try {
    await listening(worker, ended);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let closing = false;
  return {
    uri: `mongodb://${encodeURIComponent(socket.path)}/?directConnection=true`,
    async close() {
      closing = true;
      worker.postMessage('close');
      await ended;
      socket.remove();
    },
    failed: new Promise((resolve) => {
      void ended.then((error) => {
        if (!closing) resolve(error ?? new Error('The built-in database has stopped.'));
      });
    }),
  };
}

function endOf(worker: Worker): Promise<Error | undefined> {
  return new Promise((resolve) => {
    worker.once('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => resolve(undefined));
  });
}

function listening(worker: Worker, ended: Promise<Error | undefined>): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: WorkerMessage) => {
      if (message.is === 'listening') resolve();
      else reject(new Error(message.reason));
    });
    void ended.then((error) =>
      reject(error ?? new Error('The built-in database stopped while it was starting.')),
    );
  });
}
