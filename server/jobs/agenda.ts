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
  /** Brings people along as publishings ordered it. */
  carryOut(): Promise<void>;
}

const LOOK_EVERY_MS = 500;
/** A job that its process never finished is taken up again after this: no timer waits longer for a dead process. */
const LOCK_MS = 5_000;
const STOP_WITHIN_MS = 10_000;

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
  const underWay = new Map<string, Promise<void>>();
  /** One that fails runs again at its next time, like any other. One that outlives its lock does not run beside itself. */
  const once = (job: string, work: () => Promise<void>): Promise<void> => {
    const done =
      underWay.get(job) ??
      work()
        .catch((error: unknown) => log.error({ job, error }, 'a job failed; it will run again'))
        .finally(() => underWay.delete(job));
    underWay.set(job, done);
    return done;
  };

  return {
    start: async (work) => {
      const define = (name: string, run: () => Promise<void>): void =>
        agenda.define(name, (_job, done) => void once(name, run).then(() => done()), { concurrency: 1 });
      define('timers', () => work.wakeDue());
      define('sweep', () => work.sweep());
      define('moves', () => work.carryOut());
      await agenda.start();
      await agenda.every('1 second', 'timers');
      await agenda.every('5 seconds', 'sweep');
      await agenda.every('2 seconds', 'moves');
    },
    stop: async () => {
      await agenda.stop();
      await Promise.race([Promise.all(underWay.values()), pause(STOP_WITHIN_MS)]);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
