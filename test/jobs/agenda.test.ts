import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJobs, type Jobs, type Work } from '../../server/jobs/agenda.ts';
import type { Log } from '../../server/runtime/ports.ts';
import { openDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
const running: Jobs[] = [];
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeEach(async () => {
  database = await openDatabase();
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await database.close();
});

/** Jobs of a process of their own, and which conversations they woke. */
async function begin(name: string, work: Partial<Work> = {}) {
  const woken: string[] = [];
  let swept = 0;
  const jobs = createJobs(database.db, name, quiet);
  running.push(jobs);
  await jobs.start({
    wake: async (conversation) => {
      woken.push(conversation);
      await work.wake?.(conversation);
    },
    sweep: async () => {
      swept += 1;
      await work.sweep?.();
    },
  });
  return { jobs, woken, swept: () => swept };
}

const jobsOf = (conversation: string) =>
  database.db.collection('jobs').countDocuments({ 'data.conversation': conversation });

test('an alarm goes off, once, and leaves nothing behind', async () => {
  const { jobs, woken } = await begin('one');
  await jobs.wake('n:a', Date.now() + 50);
  await expect.poll(() => woken, { timeout: 10_000 }).toEqual(['n:a']);
  await expect.poll(() => jobsOf('n:a'), { timeout: 10_000 }).toBe(0);
  expect(woken).toEqual(['n:a']);
});

test('a later alarm is not set beside one that still comes; an earlier one is', async () => {
  const { jobs } = await begin('one');
  const soon = Date.now() + 3_600_000;
  await jobs.wake('n:a', soon);
  await jobs.wake('n:a', soon + 1_000);
  expect(await jobsOf('n:a')).toBe(1);
  await jobs.wake('n:a', soon - 1_000);
  expect(await jobsOf('n:a')).toBe(2);
});

test('a later alarm is set when the one before went off in another process', async () => {
  const idle = createJobs(database.db, 'idle', quiet);
  running.push(idle);
  await idle.wake('n:a', Date.now() + 20);
  const { woken } = await begin('busy');
  await expect.poll(() => woken, { timeout: 10_000 }).toEqual(['n:a']);
  await expect.poll(() => jobsOf('n:a'), { timeout: 10_000 }).toBe(0);
  await idle.wake('n:a', Date.now() + 3_600_000);
  expect(await jobsOf('n:a')).toBe(1);
});

test('an alarm that could not be set is not taken for one that is', async () => {
  const { jobs } = await begin('one');
  const at = Date.now() + 3_600_000;
  // What cannot be written cannot be set: a name longer than any document.
  const endless = 'x'.repeat(17_000_000);
  await expect(jobs.wake(endless, at)).rejects.toThrow();
  await expect(jobs.wake(endless, at)).rejects.toThrow();
});

test('alarms survive the process that set them', async () => {
  const first = createJobs(database.db, 'first', quiet);
  await first.wake('n:a', Date.now() + 20);
  await first.stop();
  const { woken } = await begin('second');
  await expect.poll(() => woken, { timeout: 10_000 }).toEqual(['n:a']);
});

test('a waking that fails leaves nothing behind, and others go on', async () => {
  const { jobs, woken } = await begin('one', {
    wake: async (conversation) => {
      if (conversation === 'n:bad') throw new Error('trouble');
    },
  });
  await jobs.wake('n:bad', Date.now());
  await jobs.wake('n:good', Date.now());
  await expect.poll(() => woken.toSorted(), { timeout: 10_000 }).toEqual(['n:bad', 'n:good']);
  await expect.poll(() => jobsOf('n:bad'), { timeout: 10_000 }).toBe(0);
});

test('stopping waits for what is being done, and not longer', async () => {
  const sweeping = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const { jobs } = await begin('one', {
    sweep: () => {
      begun.resolve();
      return sweeping.promise;
    },
  });
  await begun.promise;
  let isStopped = false;
  const stopped = jobs.stop().then(() => {
    isStopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isStopped).toBe(false);
  const before = performance.now();
  sweeping.resolve();
  await stopped;
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('the sweep goes on, also after a process that was killed in the middle of one', async () => {
  const first = await begin('first');
  await expect.poll(first.swept, { timeout: 10_000 }).toBe(1);
  await running.pop()?.stop();
  await database.db.collection('jobs').updateOne({ name: 'sweep' }, { $set: { lockedAt: new Date() } });
  const second = await begin('second');
  await expect.poll(second.swept, { timeout: 10_000 }).toBe(1);
});

test('looking for work does not read the jobs that are to come', async () => {
  const client = new MongoClient(database.uri, { monitorCommands: true });
  const asked: string[] = [];
  client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'findAndModify' && command['query']?.$or) asked.push(commandName);
  });
  const woken: string[] = [];
  const jobs = createJobs(client.db(database.db.databaseName), 'one', quiet);
  try {
    await jobs.wake('n:far', Date.now() + 3_600_000);
    await jobs.wake('n:near', Date.now());
    await jobs.start({
      wake: async (conversation) => void woken.push(conversation),
      sweep: async () => undefined,
    });
    await expect.poll(() => woken, { timeout: 10_000 }).toEqual(['n:near']);
    expect(asked.length).toBeLessThanOrEqual(4);
  } finally {
    await jobs.stop();
    await client.close();
  }
  for (const filter of [
    { name: 'wake', nextRunAt: { $lte: new Date() }, lockedAt: null },
    { name: 'wake', lockedAt: { $lte: new Date() } },
  ]) {
    const plan = await database.db.command({ explain: { find: 'jobs', filter }, verbosity: 'queryPlanner' });
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('IXSCAN');
  }
});
