import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wakeDue } from '../../server/runtime/wake-due.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { greeting, handover, lookup } from './flows.ts';
import { delivery, furnish, hears, moveIn, NOON, NUMBER, says, textsOf } from './house.ts';

let database: TestDatabase;
const ANA = '66810000001';
const conversation = `${NUMBER}:${ANA}`;

beforeAll(async () => {
  database = await openDatabase();
  await furnish(database, { greeting, lookup, handover });
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'messages', 'journal'])
    await database.db.collection(name).deleteMany({});
});

test('a message goes in, the answer goes out, and nothing is owed', async () => {
  const house = await moveIn(database);
  await hears(house, says('hello'));
  await hears(house, says('Ana'));
  expect(textsOf(house)).toEqual(['Your name?', 'Hi Ana!']);
  const stored = await house.store.conversations.load(conversation);
  expect(await house.owed(conversation)).toEqual([]);
  expect(stored?.conversation.owner).toEqual({ is: 'nobody' });
  expect((await house.store.messages.of(conversation, 10)).map(({ direction }) => direction).sort()).toEqual([
    'in',
    'in',
    'out',
    'out',
  ]);
});

test('the same message five times at once is one message and one answer', async () => {
  const house = await moveIn(database);
  const message = says('hello');
  await Promise.all(Array.from({ length: 5 }, () => house.intake.accept(delivery(message, message))));
  await house.rest();
  expect(textsOf(house)).toEqual(['Your name?']);
  expect(await house.store.journal.latest(10)).toHaveLength(1);
});

test('two processes on one database move a conversation once for each event', async () => {
  const [one, two] = [await moveIn(database), await moveIn(database)];
  const event = {
    id: 'wamid.same',
    at: NOON,
    type: 'messageReceived',
    message: says('hello').message,
  } as const;
  const party = { number: NUMBER, contact: ANA };
  await Promise.all([one.runtime.receive(party, event), two.runtime.receive(party, event)]);
  await Promise.all([one.rest(), two.rest()]);
  expect([...textsOf(one), ...textsOf(two)]).toEqual(['Your name?']);
  await hears(two, says('Ana'));
  await hears(one, says('hello'));
  expect([...textsOf(one), ...textsOf(two)].sort()).toEqual(['Hi Ana!', 'Your name?', 'Your name?']);
});

test('many conversations at once each get their own answers in order', async () => {
  const house = await moveIn(database);
  const people = Array.from({ length: 60 }, (_, i) => `6682000${1000 + i}`);
  await hears(house, ...people.map((person) => says('hello', person)));
  await hears(house, ...people.map((person) => says(`P${person}`, person)));
  expect(textsOf(house).filter((text) => text === 'Your name?')).toHaveLength(60);
  expect(new Set(textsOf(house).filter((text) => text.startsWith('Hi P'))).size).toBe(60);
});

test('a message that comes while an outside answer is awaited is kept and taken up next', async () => {
  const answered = Promise.withResolvers<{ status: number; body: { status: string } }>();
  const house = await moveIn(database, { answer: () => answered.promise });
  await hears(house, says('order'));
  await hears(house, says('yes please'));
  expect((await house.store.conversations.load(conversation))?.conversation.queue).toHaveLength(1);
  answered.resolve({ status: 200, body: { status: 'on its way' } });
  await answered.promise;
  await house.rest();
  expect(textsOf(house)).toEqual(['It is on its way. More?', 'You said yes please']);
});

describe('timers', () => {
  test('fire when their time has come, and only once', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'));
    expect(await Array.fromAsync(house.store.conversations.due(NOON + 30 * 60_000 - 1))).toEqual([]);
    expect(await Array.fromAsync(house.store.conversations.due(NOON + 30 * 60_000))).toEqual([conversation]);
    await house.runtime.wake(conversation);
    house.pass(30 * 60_000);
    await house.runtime.wake(conversation);
    await house.runtime.wake(conversation);
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?', 'Are you there?']);
  });

  test('that are stale find nobody waiting', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'));
    await hears(house, says('Ana'));
    house.pass(60 * 60_000);
    await house.runtime.wake(conversation);
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?', 'Hi Ana!']);
  });

  test('that came due while nothing ran are found afterwards, each once', async () => {
    const people = Array.from({ length: 30 }, (_, i) => `6683000${1000 + i}`);
    const before = await moveIn(database);
    await hears(before, ...people.map((person) => says('hello', person)));
    const after = await moveIn(database);
    after.pass(31 * 60_000);
    await wakeDue(after.ports, after.runtime);
    await wakeDue(after.ports, after.runtime);
    await after.rest();
    expect(textsOf(after)).toEqual(people.map(() => 'Are you there?'));
  });
});

describe('statuses', () => {
  test('only rise, in whatever order they come, even before the message itself is noted', async () => {
    const { store } = await moveIn(database);
    const status = (rank: 'sent' | 'delivered' | 'read' | 'failed') => ({
      messageId: 'e/0',
      channelId: 'wamid.out',
      rank,
      at: NOON,
    });
    await store.messages.applyStatuses([status('read')]);
    await store.messages.note({
      id: 'e/0',
      conversation,
      number: NUMBER,
      contact: ANA,
      at: NOON,
      direction: 'out',
      message: { kind: 'text', text: 'x' },
      rank: 'accepted',
    });
    await store.messages.applyStatuses([status('delivered'), status('failed'), status('sent')]);
    expect((await store.messages.get('e/0'))?.rank).toBe('read');
  });
});

describe('people', () => {
  test('own a conversation that was handed over: the bot is silent until they give it back', async () => {
    const house = await moveIn(database);
    await hears(house, says('human'));
    const party = { number: NUMBER, contact: ANA };
    const queued = (await house.store.conversations.load(conversation))?.conversation.owner;
    expect(queued).toMatchObject({ is: 'queue', team: 'sales' });
    await hears(house, says('hello'));
    await house.runtime.receive(party, { id: 'claim', at: NOON, type: 'agentClaimed', agent: 'mali' });
    await hears(house, says('hello'));
    expect(textsOf(house)).toEqual([]);
    const effect = queued && 'effect' in queued ? (queued.effect ?? '') : '';
    await house.runtime.receive(party, {
      id: 'release',
      at: NOON,
      type: 'agentReleased',
      effect,
      how: 'resolved',
    });
    await house.rest();
    expect(textsOf(house)).toEqual(['Thanks for talking to us.']);
  });
});

test('STOP comes before anything, START takes it back', async () => {
  const house = await moveIn(database);
  await hears(house, says('hello'));
  await hears(house, says('Stop!'));
  expect((await house.store.contacts.load(ANA))?.optedOut).toBe(true);
  expect((await house.store.conversations.load(conversation))?.conversation.session).toBeUndefined();
  await hears(house, says('start'));
  expect((await house.store.contacts.load(ANA))?.optedOut).toBe(false);
});
