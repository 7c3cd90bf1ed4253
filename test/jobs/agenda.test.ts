import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJobs, type Jobs, type Work } from '../../server/jobs/agenda.ts';
import { openDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
const running: Jobs[] = [];
let told: string[] = [];

beforeEach(async () => {
  database = await openDatabase();
  told = [];
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await database.close();
});

/** Jobs of a process of their own, and how often each was run. */
async function begin(name: string, work: Partial<Work> = {}) {
  const counts = { timers: 0, sweeps: 0 };
  const jobs = createJobs(database.db, name, {
    info: () => undefined,
    warn: () => undefined,
    error: (_fact, sentence) => void told.push(sentence),
  });
  running.push(jobs);
  await jobs.start({
    wakeDue: async () => {
      counts.timers += 1;
      await work.wakeDue?.();
    },
    sweep: async () => {
      counts.sweeps += 1;
      await work.sweep?.();
    },
  });
  return { jobs, counts };
}

test('timers and sweep are looked after again and again by two processes, in turns, with one job for each', async () => {
  const one = await begin('one');
  const two = await begin('two');
  await expect.poll(() => one.counts.timers + two.counts.timers, { timeout: 15_000 }).toBeGreaterThan(2);
  await expect.poll(() => database.db.collection('jobs').countDocuments()).toBe(2);
});

test('what fails is told and runs again', async () => {
  const { counts } = await begin('one', { wakeDue: () => Promise.reject(new Error('trouble')) });
  await expect.poll(() => counts.timers, { timeout: 15_000 }).toBeGreaterThan(1);
  expect(told).toContain('a job failed; it will run again');
});

test('what a killed process was in the middle of goes on with the next', async () => {
  const first = await begin('first');
  await expect.poll(() => first.counts.timers, { timeout: 15_000 }).toBeGreaterThan(0);
  await running.pop()?.stop();
  await database.db.collection('jobs').updateMany({}, { $set: { lockedAt: new Date() } });
  const second = await begin('second');
  await expect.poll(() => second.counts.timers, { timeout: 15_000 }).toBeGreaterThan(0);
});

test('stopping waits for what is being done, and no longer', async () => {
  const [begun, sweeping] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
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
