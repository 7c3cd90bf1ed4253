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

/** Jobs of a process of their own, and how often each kind ran. */
async function begin(name: string, work: Partial<Work> = {}) {
  const ran = { timers: 0, sweeps: 0, moves: 0 };
  const jobs = createJobs(database.db, name, quiet);
  running.push(jobs);
  await jobs.start({
    wakeDue: async () => {
      ran.timers += 1;
      await work.wakeDue?.();
    },
    sweep: async () => {
      ran.sweeps += 1;
      await work.sweep?.();
    },
    carryOut: async () => {
      ran.moves += 1;
    },
  });
  return { jobs, ran };
}

test('timers are looked after again and again, and what was left is swept', async () => {
  const { ran } = await begin('one');
  await expect.poll(() => ran.timers, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  expect(ran.sweeps).toBeGreaterThanOrEqual(1);
  expect(await database.db.collection('jobs').countDocuments()).toBe(3);
  expect(ran.moves).toBeGreaterThanOrEqual(1);
});

test('one that fails runs again', async () => {
  let times = 0;
  const { ran } = await begin('one', {
    wakeDue: async () => {
      times += 1;
      if (times === 1) throw new Error('the database is away');
    },
  });
  await expect.poll(() => ran.timers, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
});

test('of several processes one looks at a time, and another goes on when it is gone', async () => {
  let together = 0;
  let most = 0;
  const work: Partial<Work> = {
    wakeDue: async () => {
      together += 1;
      most = Math.max(most, together);
      await new Promise((resolve) => setImmediate(resolve));
      together -= 1;
    },
  };
  const [one, two] = [await begin('one', work), await begin('two', work)];
  await expect.poll(() => one.ran.timers + two.ran.timers, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
  expect(most).toBe(1);
  await one.jobs.stop();
  const before = two.ran.timers;
  await expect.poll(() => two.ran.timers, { timeout: 20_000 }).toBeGreaterThan(before);
});

test('what a killed process was in the middle of goes on with the next', async () => {
  const first = await begin('first');
  await expect.poll(() => first.ran.timers, { timeout: 20_000 }).toBeGreaterThan(0);
  await running.pop()?.stop();
  await database.db.collection('jobs').updateMany({}, { $set: { lockedAt: new Date() } });
  const second = await begin('second');
  await expect.poll(() => second.ran.timers, { timeout: 20_000 }).toBeGreaterThan(0);
});

test('what outlives its lock does not run beside itself', async () => {
  const ended = Promise.withResolvers<void>();
  const { jobs, ran } = await begin('one', { sweep: () => ended.promise });
  await expect.poll(() => ran.sweeps, { timeout: 20_000 }).toBe(1);
  const locked = { name: 'sweep' };
  const longAgo = { $set: { lockedAt: new Date(0), nextRunAt: new Date(0) } };
  await database.db.collection('jobs').updateOne(locked, longAgo);
  // Taken up again, and found under way.
  const lockedAt = async () => (await database.db.collection('jobs').findOne(locked))?.['lockedAt'];
  await expect.poll(lockedAt, { timeout: 20_000 }).not.toEqual(new Date(0));
  const before = ran.timers;
  await expect.poll(() => ran.timers, { timeout: 20_000 }).toBeGreaterThan(before + 1);
  expect(ran.sweeps).toBe(1);
  ended.resolve();
  await jobs.stop();
});

test('stopping waits for what is under way', async () => {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const { jobs } = await begin('one', {
    wakeDue: () => {
      begun.resolve();
      return ended.promise;
    },
  });
  await begun.promise;
  let stopped = false;
  const stopping = jobs.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  ended.resolve();
  await stopping;
});
