import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore } from '../../server/simulator/store/memory-store.ts';
import {
  ANA,
  type Business,
  business,
  CHAT,
  PHONE_ID,
  type Stage,
  says,
  signed,
  stage,
  until,
  WABA,
} from './stage.ts';

let shop: Business;
let open: Stage[] = [];
const at = async (...args: Parameters<typeof stage>) => {
  const place = await stage(...args);
  open.push(place);
  return place;
};

beforeEach(async () => {
  shop = await business();
});
afterEach(async () => {
  await Promise.all(open.map((place) => place.close()));
  open = [];
  await shop.close();
});

test('a message arrives in the envelope, escaped and signed over its bytes', async () => {
  const place = await at(shop.url);
  const { status, body } = await says(place, 'ราคา a/b');
  expect(status).toBe(201);
  await until(() => shop.heard.length === 1);
  const [heard] = shop.heard;
  expect(heard?.signature).toBe(signed(heard?.raw ?? Buffer.of()));
  expect(heard?.raw.toString()).toContain('\\u0e23\\u0e32\\u0e04\\u0e32 a\\/b');
  const bsuid = expect.stringMatching(/^US\.\d{20}$/);
  expect(heard?.json).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: WABA,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550001111', phone_number_id: PHONE_ID },
              contacts: [{ profile: { name: ANA.name }, wa_id: ANA.number, user_id: bsuid }],
              messages: [
                {
                  from: ANA.number,
                  from_user_id: bsuid,
                  id: body.id,
                  timestamp: expect.stringMatching(/^\d{10}$/),
                  type: 'text',
                  text: { body: 'ราคา a/b' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
  await until(
    async () => (await place.phone('GET', `${CHAT}/messages`)).body.messages[0].status === 'delivered',
  );
});

test('somebody with only a username has no number anywhere', async () => {
  const place = await at(shop.url);
  const { body: phone } = await place.phone('POST', '/phones', { name: 'Bo', username: '@bo.b' });
  await place.phone('POST', `/phones/${phone.id}/chats/${PHONE_ID}/messages`, {
    type: 'text',
    text: { body: 'hi' },
  });
  await until(() => shop.heard.length === 1);
  const [value] = shop.values();
  expect(value.contacts).toEqual([{ profile: { name: 'Bo', username: '@bo.b' }, user_id: phone.bsuid }]);
  expect(value.messages[0].from).toBeUndefined();
  expect(value.messages[0].from_user_id).toBe(phone.bsuid);
  const answer = await place.send({ to: undefined, recipient: phone.bsuid, text: { body: 'hello' } });
  expect(answer.body.contacts).toEqual([{ input: phone.bsuid, user_id: phone.bsuid }]);
  await until(() => shop.statuses().length === 2);
  expect(shop.statuses()[0].recipient_id).toBeUndefined();
  expect(shop.statuses()[0].recipient_user_id).toBe(phone.bsuid);
});

test('taps tell which message they belong to', async () => {
  const place = await at(shop.url);
  await says(place, 'hi');
  const choose = (action: object, type: string) =>
    place.send({ type: 'interactive', interactive: { type, body: { text: 'Choose' }, action } });
  const buttons = await choose({ buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] }, 'button');
  const rows = [{ id: 'r', title: 'Row', description: 'd' }];
  const list = await choose({ button: 'Menu', sections: [{ rows }] }, 'list');
  const tap = (answer: typeof list, id: string) => {
    const tapped = { message_id: answer.body.messages[0].id, id };
    return place.phone('POST', `${CHAT}/messages`, { type: 'tap', tap: tapped });
  };
  expect((await tap(buttons, 'nothing')).body.code).toBe('simulator.not-offered');
  await tap(buttons, 'y');
  await tap(list, 'r');
  await until(() => shop.messages().length === 3);
  expect(
    shop
      .messages()
      .slice(1)
      .map(({ context, interactive }) => ({ context, interactive })),
  ).toEqual([
    {
      context: { from: '15550001111', id: buttons.body.messages[0].id },
      interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } },
    },
    {
      context: { from: '15550001111', id: list.body.messages[0].id },
      interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'Row', description: 'd' } },
    },
  ]);
});

test('read is told only when the person opens the chat, and once', async () => {
  const place = await at(shop.url);
  await says(place, 'hi');
  const answer = await place.send({ text: { body: 'hello' } });
  await until(() => shop.statuses().length === 2);
  expect((await place.phone('POST', `${CHAT}/read`)).body).toEqual({ read: 1 });
  expect((await place.phone('POST', `${CHAT}/read`)).body).toEqual({ read: 0 });
  await until(() => shop.statuses().length === 3);
  expect(shop.statuses().map(({ id, status }) => [id, status])).toEqual(
    ['sent', 'delivered', 'read'].map((status) => [answer.body.messages[0].id, status]),
  );
});

test('outside the window a text is accepted, then fails with 131047; a template goes through', async () => {
  let now = Date.now();
  const place = await at(shop.url, {}, { clock: () => now });
  await says(place, 'hi');
  await until(() => place.simulator.pending() === 0);
  now += 24 * 3_600_000 + 1;
  expect((await place.send({ text: { body: 'late' } })).status).toBe(200);
  now += 20;
  await until(() => shop.statuses().length === 1);
  expect(shop.statuses()[0]).toMatchObject({
    status: 'failed',
    errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: expect.any(String) } }],
  });
  const template = await place.send({ type: 'template', template: { name: 'a', language: { code: 'en' } } });
  expect(template.body.messages[0].message_status).toBe('accepted');
  now += 20;
  await until(() => shop.statuses().length === 3);
  expect(shop.statuses()[1]).toMatchObject({
    status: 'sent',
    pricing: { billable: true, category: 'utility' },
  });
});

test('a stranger is accepted, then fails with 131026', async () => {
  const place = await at(shop.url);
  expect((await place.send({ to: '+4915112345678', text: { body: 'x' } })).body.contacts[0].wa_id).toBe(
    '4915112345678',
  );
  await until(() => shop.statuses().length === 1);
  expect(shop.statuses()[0]).toMatchObject({
    status: 'failed',
    recipient_id: '4915112345678',
    errors: [{ code: 131026 }],
  });
});

test('templates of a number are checked by name, language and parameters', async () => {
  const components = [
    { type: 'BODY', text: 'Hello {{1}}' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
  ];
  const templates = [{ name: 'hello', language: 'en', category: 'MARKETING' as const, components }];
  const place = await at(shop.url, {}, { number: { templates } });
  const send = (name: string, ...texts: string[]) => {
    const body = { type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) };
    return place.send({ type: 'template', template: { name, language: { code: 'en' }, components: [body] } });
  };
  expect(await send('bye')).toMatchObject({ status: 404, body: { error: { code: 132001 } } });
  expect((await send('hello')).body.error.code).toBe(132000);
  const answer = await send('hello', 'Ana');
  expect(answer.status).toBe(200);
  const tapped = { message_id: answer.body.messages[0].id, id: '0' };
  await place.phone('POST', `${CHAT}/messages`, { type: 'tap', tap: tapped });
  await until(() => shop.messages().length === 1);
  expect(shop.messages()[0]).toMatchObject({ type: 'button', button: { payload: 'Stop', text: 'Stop' } });
});

test('what was written while the business was down arrives in order when it is back', async () => {
  const place = await at(shop.url);
  shop.status = 503;
  for (const body of ['one', 'two', 'three']) await says(place, body);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(shop.messages()).toEqual([]);
  shop.status = 200;
  await until(() => shop.messages().length === 3);
  await until(() => place.simulator.pending() === 0);
  expect(shop.messages().map((message) => message.text.body)).toEqual(['one', 'two', 'three']);
});

test('a new life of the simulator takes up what the old one left', async () => {
  const store = memoryStore();
  const nobody = 'http://127.0.0.1:9/webhooks';
  const first = await at(nobody, {}, { store });
  const { body } = await says(first, 'are you there?');
  await first.close();
  open = [];
  const second = await at(shop.url, {}, { store });
  await until(() => shop.messages().length === 1);
  expect(shop.messages()[0].id).toBe(body.id);
  await until(() => second.simulator.pending() === 0);
  expect((await store.load()).webhooks).toEqual([]);
  expect((await second.phone('GET', `${CHAT}/messages`)).body.messages).toHaveLength(1);
});

test('the same client id twice is one message', async () => {
  const place = await at(shop.url);
  const first = await says(place, 'once', { client_id: 'c1' });
  const again = await says(place, 'once', { client_id: 'c1' });
  expect(again.body.id).toBe(first.body.id);
  await until(() => place.simulator.pending() === 0);
  expect(shop.messages()).toHaveLength(1);
});
