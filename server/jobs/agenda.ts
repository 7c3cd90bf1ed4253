import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Db } from 'mongodb';
import type { Log } from '../runtime/ports.ts';

/** Work that comes at its time: the only file that knows Agenda. */
export interface Jobs {
  /** Begins to run jobs, those that came due while nothing ran included. */
  start(work: Work): Promise<void>;
  /** Lets running jobs finish and takes no new ones. */
  stop(): Promise<void>;
}

/** What is to be done again and again; with several server processes, by one of them each time. */
export interface Work {
  /** Wakes the conversations whose moment has come. */
  wakeDue(): Promise<void>;
  sweep(): Promise<void>;
}

const LOOK_EVERY_MS = 500;
/** A job that its process never finished is taken by another after this. */
const LOCK_MS = 30_000;

/**
 * Timers are not jobs of their own: each lives in its conversation, saved by the very write that started it, and one
 * durable job wakes those that are due, second by second. A hundred thousand pending ones cost nothing that way, and
 * one that was answered in time is gone without a trace.
 */
export function createJobs(db: Db, processId: string, log: Log): Jobs {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: 'jobs' }),
    name: processId,
    processEvery: LOOK_EVERY_MS,
    defaultLockLifetime: LOCK_MS,
  });
  agenda.on('error', (error) => log.error({ error }, 'the job scheduler is in trouble'));
  agenda.on('fail', (error, job) =>
    log.error({ error, job: job.attrs.name }, 'a job failed; it will run again'),
  );

  return {
    start: async (work) => {
      agenda.define('timers', () => work.wakeDue(), { concurrency: 1 });
      agenda.define('sweep', () => work.sweep(), { concurrency: 1 });
      await agenda.start();
      await agenda.every('1 second', 'timers');
      await agenda.every('5 seconds', 'sweep');
    },
    stop: async () => {
      await agenda.drain(10_000);
      await agenda.stop();
    },
  };
}
