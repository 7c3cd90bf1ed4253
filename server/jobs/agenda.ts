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

const SWEEP_EVERY = '5 seconds';
/** Wakings served side by side, and how long one may take before another process may try it. */
const WAKINGS_AT_ONCE = 200;
const WAKING_LOCK_MS = 60_000;
const REMEMBERED = 200_000;

/**
 * Alarms are durable jobs. A conversation that has one already that comes early enough gets no second:
 * when it goes off with nothing due, it is set anew for what is.
 */
export function createJobs(db: Db, processId: string, log: Log): Jobs {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: 'jobs' }),
    name: processId,
    processEvery: 1_000,
    maxConcurrency: WAKINGS_AT_ONCE + 10,
    defaultLockLifetime: WAKING_LOCK_MS,
    removeOnComplete: true,
  });
  agenda.on('error', (error) => log.error({ error }, 'the job scheduler is in trouble'));
  agenda.on('fail', (error, job) =>
    log.error({ error, job: job.attrs.name }, 'a job failed; the sweep will look after it'),
  );
  const alarms = new Map<string, number>();

  return {
    wake: async (conversation, at) => {
      if ((alarms.get(conversation) ?? Number.POSITIVE_INFINITY) <= at) return;
      if (alarms.size >= REMEMBERED) alarms.clear();
      alarms.set(conversation, at);
      await agenda.schedule(new Date(at), 'wake', { conversation });
    },
    start: async (work) => {
      const wake = async ({ attrs: { data } }: Job<{ conversation: string }>): Promise<void> => {
        // Forgotten first, so that a timer set while waking gets an alarm of its own.
        alarms.delete(data.conversation);
        await work.wake(data.conversation);
      };
      // biome-ignore lint/nursery/noMisusedPromises: the rule sees only the overload for callbacks
      agenda.define('wake', wake, { concurrency: WAKINGS_AT_ONCE, lockLimit: WAKINGS_AT_ONCE });
      agenda.define('sweep', () => work.sweep(), { concurrency: 1 });
      await agenda.start();
      await agenda.every(SWEEP_EVERY, 'sweep');
    },
    stop: async () => {
      await agenda.drain(10_000);
      await agenda.stop();
    },
  };
}
