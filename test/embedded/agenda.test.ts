import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
const running: Agenda[] = [];

beforeEach(async () => {
  database = await openDatabase();
});

afterEach(async () => {
  for (const agenda of running.splice(0)) await agenda.stop();
  await database.close();
});

async function agenda(name: string): Promise<Agenda> {
  const made = new Agenda({
    name,
    backend: new MongoBackend({ mongo: database.db, ensureIndex: true }),
    processEvery: 50,
    defaultConcurrency: 4,
  });
  running.push(made);
  await made.ready;
  return made;
}

/** Resolves when as many have been called as were expected, and stays open for one too many. */
function tally(expected: number) {
  const seen: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    seen,
    all: promise,
    note(what: string) {
      seen.push(what);
      if (seen.length === expected) resolve();
    },
  };
}

test('two Agendas on one database run each job exactly once', async () => {
  const done = tally(40);
  const both = [await agenda('one'), await agenda('two')];
  for (const each of both) {
    each.define('greet', async (job: { attrs: { data: { n: number } } }) => {
      done.note(String(job.attrs.data.n));
    });
  }
  await Promise.all(Array.from({ length: 40 }, (_, n) => both[n % 2]!.now('greet', { n })));
  await Promise.all(both.map((each) => each.start()));
  await done.all;
  await Promise.all(both.map((each) => each.drain()));
  expect(done.seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test('a schedule outlives the Agenda that made it, and a unique job is kept once', async () => {
  const first = await agenda('first');
  first.define('later', async () => undefined);
  for (let i = 0; i < 3; i++) {
    await first
      .create('later', { who: 'ana' })
      .unique({ 'data.who': 'ana' })
      .schedule(new Date(Date.now() + 60))
      .save();
  }
  await first.every('1 hour', 'hourly');
  await first.stop();

  const done = tally(1);
  const second = await agenda('second');
  second.define('later', async () => done.note('later'));
  second.define('hourly', async () => undefined);
  await second.start();
  await done.all;
  await second.drain();
  expect(done.seen).toEqual(['later']);
  const { jobs } = await second.queryJobs({ name: 'hourly' });
  expect(jobs).toHaveLength(1);
});
