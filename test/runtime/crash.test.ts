import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SendFailure } from '../../server/channels/channel.ts';
import { sweep } from '../../server/runtime/sweep.ts';
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

describe('a process that dies', () => {
  test('after storing a message but before serving it leaves it to the next', async () => {
    const first = await moveIn(database);
    await first.intake.beat();
    await first.store.messages.receive([
      {
        id: 'wamid.kept',
        conversation,
        number: NUMBER,
        contact: ANA,
        process: first.ports.processId,
        at: NOON,
        sentAt: NOON,
        message: says('hello', ANA, 'wamid.kept').message,
        sender: { name: 'Ana' },
      },
    ]);
    const second = await moveIn(database);
    await sweep(second.ports, second.intake, second.runtime, true);
    await second.rest();
    expect(textsOf(second)).toEqual(['Your name?']);
  });

  test('after saving but before sending has its message sent by the next, once, under the same id', async () => {
    const first = await moveIn(database, { channel: { send: () => new Promise(() => undefined) } });
    void first.intake.accept(delivery(says('hello', ANA, 'wamid.cut')));
    await expect
      .poll(async () => (await first.store.conversations.load(conversation))?.pending.length)
      .toBeGreaterThan(0);
    const second = await moveIn(database, { reconcileMs: 0 });
    await sweep(second.ports, second.intake, second.runtime, true);
    await second.rest();
    expect(second.sent.map(({ id }) => id)).toEqual(['wamid.cut/0']);
    expect(await second.owed(conversation)).toEqual([]);
  });

  test('after sending but before saying so has nothing sent twice, when the channel brings news of it', async () => {
    const first = await moveIn(database, { channel: { send: () => new Promise(() => undefined) } });
    void first.intake.accept(delivery(says('hello', ANA, 'wamid.lost')));
    await expect
      .poll(async () => (await first.store.conversations.load(conversation))?.pending.length)
      .toBeGreaterThan(0);
    const second = await moveIn(database);
    await second.intake.accept({
      messages: [],
      notices: [],
      statuses: [
        { number: NUMBER, channelId: 'wamid.X', messageId: 'wamid.lost/0', status: 'sent', at: NOON },
      ],
    });
    await sweep(second.ports, second.intake, second.runtime, true);
    await second.rest();
    expect(second.sent).toEqual([]);
    expect(await second.owed(conversation)).toEqual([]);
  });
});

describe('a channel in trouble', () => {
  test('that is too busy gets the message later, in order', async () => {
    let refusals = 2;
    const house = await moveIn(database);
    const send = house.ports.channel.send;
    const busy = await moveIn(database, {
      channel: {
        send: async (...args) => {
          if (refusals-- > 0) throw new SendFailure('retry', '131000', 'busy');
          return send(...args);
        },
      },
    });
    await hears(busy, says('hello'));
    expect(textsOf(house)).toEqual([]);
    busy.pass(5_000);
    await busy.runtime.takeOver(conversation);
    busy.pass(5_000);
    await busy.runtime.takeOver(conversation);
    expect(textsOf(house)).toEqual(['Your name?']);
    await busy.runtime.stop();
  });

  test('that refuses leaves the message failed with the reason, and the flow waits on', async () => {
    const house = await moveIn(database, {
      channel: {
        send: async () => {
          throw new SendFailure('recipient', '131026', 'The contact is not on WhatsApp.');
        },
      },
    });
    await hears(house, says('hello', ANA, 'wamid.refused'));
    expect(await house.store.messages.get('wamid.refused/0')).toMatchObject({
      rank: 'failed',
      failure: { code: '131026' },
    });
  });
});
