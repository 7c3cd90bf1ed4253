import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import type { Db } from 'mongodb';
import type { Alarms, Log } from '../runtime/ports.ts';

/** Work that comes at its time: the only file that knows Agenda. */
export interface Jobs extends Alarms {
  /** Begins to run jobs, those that came due while nothing ran included. */
  start(work: Work): Promise<void>;
  /** Lets running jobs finish and takes no new ones. */
  stop(): Promise<void>;
}

export interface Work {
  wake(conversation: string): Promise<void>;
  sweep(): Promise<void>;
}

const JOBS = 'jobs';
const SWEEP_EVERY = '5 seconds';
/** Wakings served side by side, fetched at once, and how long one may take before another process may try it. */
const WAKINGS_AT_ONCE = 200;
const WAKINGS_FETCHED = 1_000;
const WAKING_LOCK_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const REMEMBERED = 200_000;

/**
 * Alarms are durable jobs. A conversation that has one already that comes early enough gets no second:
 * when it goes off with nothing due, it is set anew for what is.
 */
export function createJobs(db: Db, processId: string, log: Log): Jobs {
  const agenda = new Agenda({
    backend: lookingFirst(db, new MongoBackend({ mongo: db, collection: JOBS })),
    name: processId,
    processEvery: 1_000,
    maxConcurrency: WAKINGS_AT_ONCE + 10,
    defaultLockLifetime: WAKING_LOCK_MS,
    removeOnComplete: true,
  });
  agenda.on('error', (error) => log.error({ error }, 'the job scheduler is in trouble'));
  const known = knownAlarms();
  const underWay = new Set<Promise<void>>();
  /** A job that failed would lie about for ever; the sweep looks after what it was to do. */
  const told = (what: string, work: Promise<void>): Promise<void> => {
    const done = work
      .catch((error: unknown) =>
        log.error({ error, job: what }, 'a job failed; the sweep will look after it'),
      )
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };

  return {
    wake: async (conversation, at) => {
      if (known.comesBy(conversation, at)) return;
      known.set(conversation, at);
      try {
        await agenda.schedule(new Date(at), 'wake', { conversation });
      } catch (error) {
        known.gone(conversation);
        throw error;
      }
    },
    start: async (work) => {
      const wake = async ({ attrs: { data } }: Job<{ conversation: string }>): Promise<void> => {
        // Forgotten first, so that a timer set while waking gets an alarm of its own.
        known.gone(data.conversation);
        await told('wake', work.wake(data.conversation));
      };
      agenda.define('wake', wake, { concurrency: WAKINGS_AT_ONCE, lockLimit: WAKINGS_FETCHED });
      agenda.define('sweep', () => told('sweep', work.sweep()), { concurrency: 1 });
      await tidy(db);
      await agenda.start();
      await agenda.every(SWEEP_EVERY, 'sweep');
    },
    stop: async () => {
      await agenda.stop();
      await Promise.race([Promise.allSettled(underWay), pause(STOP_WITHIN_MS)]);
    },
  };
}

/** What looking for work needs; and jobs that were done when their process died are removed. */
async function tidy(db: Db): Promise<void> {
  const jobs = db.collection(JOBS);
  await jobs.createIndex({ name: 1, lockedAt: 1 }, { name: 'locked' });
  await jobs.deleteMany({ name: 'wake', nextRunAt: null, lockedAt: null });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** The earliest alarm of each conversation, as far as this process knows. */
function knownAlarms() {
  const alarms = new Map<string, number>();
  return {
    /** Whether one is still to come, by a moment. One that is past went off, maybe in another process. */
    comesBy: (conversation: string, at: number): boolean => {
      const alarm = alarms.get(conversation);
      return alarm !== undefined && alarm <= at && alarm > Date.now();
    },
    set: (conversation: string, at: number): void => {
      if (alarms.size >= REMEMBERED) alarms.clear();
      alarms.set(conversation, at);
    },
    gone: (conversation: string): void => void alarms.delete(conversation),
  };
}

/**
 * Agenda looks for work with one question that no index answers when there is none: each second it would read
 * all jobs that are to come. So two questions that an index answers go before it.
 */
function lookingFirst(db: Db, backend: MongoBackend): MongoBackend {
  const jobs = db.collection(JOBS);
  const { repository } = backend;
  const next = repository.getNextJobToRun.bind(repository);
  const only = { projection: { _id: 1 } };
  repository.getNextJobToRun = async (name, nextScanAt, lockDeadline, ...rest) => {
    const isThere =
      (await jobs.findOne({ name, nextRunAt: { $lte: nextScanAt }, lockedAt: null }, only)) ??
      (await jobs.findOne({ name, lockedAt: { $lte: lockDeadline } }, only));
    return isThere ? next(name, nextScanAt, lockDeadline, ...rest) : undefined;
  };
  return backend;
}
