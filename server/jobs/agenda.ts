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
  const doing = createDoing(log);

  return {
    start: async (work) => {
      agenda.define('timers', () => doing.once('timers', work.wakeDue), { concurrency: 1 });
      agenda.define('sweep', () => doing.once('sweep', work.sweep), { concurrency: 1 });
      await agenda.start();
      await agenda.every('1 second', 'timers');
      await agenda.every('5 seconds', 'sweep');
    },
    stop: async () => {
      // Not `drain`: that waits to the end of its patience for a job that ends while it looks.
      await agenda.stop();
      await doing.rest();
    },
  };
}

/** What is being done: nothing twice at once, also when it takes longer than Agenda's lock. */
function createDoing(log: Log) {
  const underWay = new Map<string, Promise<void>>();
  const begin = (name: string, work: () => Promise<void>): Promise<void> => {
    const done = work()
      .catch((error: unknown) => log.error({ error, job: name }, 'a job failed; it will run again'))
      .finally(() => underWay.delete(name));
    underWay.set(name, done);
    return done;
  };
  return {
    once: (name: string, work: () => Promise<void>): Promise<void> => underWay.get(name) ?? begin(name, work),
    rest: async (): Promise<void> => {
      const patience = new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref());
      await Promise.race([Promise.all(underWay.values()), patience]);
    },
  };
}
