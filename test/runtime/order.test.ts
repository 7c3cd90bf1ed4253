import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newConversation } from '../../nodes/contract/conversation.ts';
import { createGovernor } from '../../server/runtime/governor.ts';
import { performPending } from '../../server/runtime/perform.ts';
import { createPerformers } from '../../server/runtime/performers/performers.ts';
import { sweep } from '../../server/runtime/sweep.ts';
import { wakeDue } from '../../server/runtime/wake-due.ts';
import type { PendingEffect } from '../../server/store/store.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { greeting } from './flows.ts';
import { delivery, furnish, hears, moveIn, NOON, NUMBER, received, says, textsOf } from './house.ts';

let database: TestDatabase;
const ANA = '66810000001';
const conversation = `${NUMBER}:${ANA}`;

beforeAll(async () => {
  database = await openDatabase();
  await furnish(database, { greeting });
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'messages', 'journal', 'shifts'])
    await database.db.collection(name).deleteMany({});
});

describe('timers', () => {
  test('of others do not wait for a conversation that takes long to wake', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'), says('hello', '66810000002'));
    house.pass(31 * 60_000);
    const stuck = Promise.withResolvers<void>();
    const woken: string[] = [];
    const wake = async (id: string): Promise<void> => {
      woken.push(id);
      if (id === conversation) await stuck.promise;
    };
    const underWay = new Set<string>();
    await wakeDue(house.ports, { wake }, underWay);
    await wakeDue(house.ports, { wake }, underWay);
    expect(woken.filter((id) => id === conversation)).toHaveLength(1);
    expect(woken.filter((id) => id !== conversation)).toHaveLength(2);
    stuck.resolve();
  });

  test('that were waiting when people took over do not fire while people have it', async () => {
    const house = await moveIn(database);
    await hears(house, says('hello'));
    const party = { number: NUMBER, contact: ANA };
    await house.runtime.receive(party, { id: 'claim', at: NOON, type: 'agentClaimed', agent: 'mali' });
    house.pass(31 * 60_000);
    await house.runtime.wake(conversation);
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?']);
    const events = (await house.store.journal.latest(10)).map(({ event }) => event.type);
    expect(events).not.toContain('timerFired');
  });
});

describe('order', () => {
  test('is kept when the database fails for a moment', async () => {
    let away = 2;
    const house = await moveIn(database, {
      store: (store) => ({
        ...store,
        conversations: {
          ...store.conversations,
          save: async (next) => {
            if (away-- > 0) throw new Error('the database is away');
            return store.conversations.save(next);
          },
        },
      }),
    });
    await house.intake.accept(delivery(says('hello')));
    await house.intake.accept(delivery(says('Ana')));
    await house.rest();
    expect(textsOf(house)).toEqual(['Your name?', 'Hi Ana!']);
  });

  test('of what a dead process left and what comes now is the order in which it was said', async () => {
    const dead = await moveIn(database);
    await dead.intake.beat();
    await dead.store.messages.receive([received(ANA, dead.ports.processId)]);
    const next = await moveIn(database);
    const swept = sweep(next.ports, next.intake, next.runtime, true);
    await next.intake.accept(delivery(says('Ana')));
    await swept;
    await next.rest();
    expect(textsOf(next)).toEqual(['Your name?', 'Hi Ana!']);
  });

  test('of changes of a contact is the order in which they were decided', async () => {
    const house = await moveIn(database);
    const done: string[] = [];
    const first = Promise.withResolvers<void>();
    const owed = (id: string): PendingEffect => ({
      effect: { id, type: 'updateContact', patch: { addTags: [id] } },
      by: house.ports.processId,
      until: Number.MAX_SAFE_INTEGER,
    });
    const stored = {
      conversation: newConversation(NUMBER, ANA),
      pending: [owed('one'), owed('two')],
      revision: 1,
      savedAt: NOON,
    };
    const performers = {
      ...createPerformers(house.ports, createGovernor(), () => undefined),
      updateContact: async ({ id }: { readonly id: string }) => {
        if (id === 'one') await first.promise;
        done.push(id);
        return { is: 'done' } as const;
      },
    };
    const round = performPending(house.ports, performers, stored, new Set());
    await new Promise((resolve) => setImmediate(resolve));
    first.resolve();
    expect((await round).settled).toEqual(['one', 'two']);
    expect(done).toEqual(['one', 'two']);
  });
});

test('a number that another process has just connected is known to the first message for it', async () => {
  const house = await moveIn(database);
  const number = await house.store.numbers.get(NUMBER);
  if (!number) throw new Error('no number');
  await house.store.numbers.put({ ...number, id: '2000009' });
  await house.store.workspace.touch();
  await hears(house, { ...says('hello'), number: '2000009' });
  expect(textsOf(house)).toEqual(['Your name?']);
});

test('an event is known by its journal entry that is not written yet, long after it was seen', async () => {
  const house = await moveIn(database);
  const event = {
    id: 'wamid.once',
    at: NOON,
    type: 'messageReceived',
    message: says('hello').message,
  } as const;
  const owed: PendingEffect = {
    effect: {
      type: 'recordJournal',
      id: 'wamid.once/journal',
      entry: {
        id: 'wamid.once',
        at: NOON,
        conversation,
        number: NUMBER,
        contact: ANA,
        event,
        path: [],
        effects: [],
        ended: [],
      },
    },
    by: house.ports.processId,
    until: NOON + 30_000,
  };
  await house.store.conversations.save({
    conversation: newConversation(NUMBER, ANA),
    pending: [owed],
    revision: 1,
    savedAt: NOON,
  });
  expect(await house.runtime.receive({ number: NUMBER, contact: ANA }, event)).toBeUndefined();
  await house.rest();
  expect(textsOf(house)).toEqual([]);
});
