import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Business, business, CHAT, PHONE_ID, type Stage, says, stage, until } from './stage.ts';

let shop: Business;
let place: Stage;

beforeAll(async () => {
  shop = await business();
  place = await stage(shop.url);
  await says(place, 'hi');
});
afterAll(async () => {
  await place.close();
  await shop.close();
});
beforeEach(() => void shop.heard.splice(0));

const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: object[]) => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Choose' }, action: { buttons: all } },
});
const list = (sections: object[], more: object = {}) => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Choose' }, action: { button: 'Menu', sections }, ...more },
});
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, title: `Row ${at}` }));

const welcome: Readonly<Record<string, object>> = {
  text: { type: 'text', text: { body: 'Hello *you*' } },
  'text without a type': { text: { body: 'Hello' } },
  'nested objects as JSON texts': { type: 'text', text: '{"body":"Hello"}' },
  image: { type: 'image', image: { link: 'https://example.com/a.png', caption: 'A' } },
  video: { type: 'video', video: { link: 'https://example.com/a.mp4' } },
  audio: { type: 'audio', audio: { link: 'https://example.com/a.ogg' } },
  document: { type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } },
  sticker: { type: 'sticker', sticker: { link: 'https://example.com/a.webp' } },
  location: { type: 'location', location: { latitude: '13.7', longitude: 100.5, name: 'Bangkok' } },
  contacts: { type: 'contacts', contacts: [{ name: { formatted_name: 'Bo B', first_name: 'Bo' } }] },
  buttons: buttons(button('a', 'A'), button('b', 'B')),
  list: list([{ title: 'S', rows: rows(10) }]),
  cta_url: {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: 'Open' },
      action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com' } },
    },
  },
  'location request': {
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: 'Where?' },
      action: { name: 'send_location' },
    },
  },
  template: { type: 'template', template: { name: 'order_update', language: { code: 'en_US' } } },
};

test.each(Object.entries(welcome))('%s is accepted and tells sent, then delivered', async (kind, message) => {
  const answer = await place.send({ ...message, biz_opaque_callback_data: kind });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input: '+15557770000', wa_id: '15557770000' }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    },
  });
  const id = answer.body.messages[0].id;
  const mine = () => shop.statuses().filter((status) => status.id === id);
  await until(() => mine().length === 2);
  expect(mine()).toMatchObject([
    {
      status: 'sent',
      recipient_id: '15557770000',
      biz_opaque_callback_data: kind,
      timestamp: expect.stringMatching(/^\d{10}$/),
    },
    { status: 'delivered', recipient_id: '15557770000', biz_opaque_callback_data: kind },
  ]);
});

const long = (length: number) => 'x'.repeat(length);
const refused: readonly (readonly [what: string, code: number, message: object])[] = [
  ['no product', 100, { messaging_product: undefined }],
  ['no text', 131008, { type: 'text' }],
  ['no body', 131008, { type: 'text', text: {} }],
  ['a text that is no object', 100, { type: 'text', text: 7 }],
  ['a text of 4097 letters', 131009, { text: { body: long(4097) } }],
  ['an unknown type', 131051, { type: 'smell' }],
  ['a type named like a method', 131051, { type: 'constructor' }],
  ['no receiver', 131008, { to: undefined, text: { body: 'x' } }],
  ['a receiver that is no number', 131009, { to: 'ana', text: { body: 'x' } }],
  ['itself', 131021, { to: '15550001111', text: { body: 'x' } }],
  ['a file without id and link', 131008, { type: 'image', image: {} }],
  ['a file that is not there', 131009, { type: 'image', image: { id: '1234567890123456' } }],
  ['a captioned voice', 131009, { type: 'audio', audio: { link: 'https://a.example/a.ogg', caption: 'a' } }],
  [
    'a caption of 1025 letters',
    131009,
    { type: 'image', image: { link: 'https://a.example/a.png', caption: long(1025) } },
  ],
  ['a location off the earth', 131009, { type: 'location', location: { latitude: 91, longitude: 0 } }],
  [
    'a contact without a name part',
    131008,
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Bo' } }] },
  ],
  ['no buttons', 131009, buttons()],
  ['four buttons', 131009, buttons(button('a', 'A'), button('b', 'B'), button('c', 'C'), button('d', 'D'))],
  ['the same button id twice', 131009, buttons(button('a', 'A'), button('a', 'B'))],
  ['the same button title twice', 131009, buttons(button('a', 'A'), button('b', 'A'))],
  ['a button title of 21 letters', 131009, buttons(button('a', long(21)))],
  ['a button without an id', 131008, buttons({ type: 'reply', reply: { title: 'A' } })],
  [
    'eleven rows',
    131009,
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5) },
    ]),
  ],
  [
    'the same row twice',
    131009,
    list([
      { title: 'A', rows: rows(1) },
      { title: 'B', rows: rows(1) },
    ]),
  ],
  ['two sections without titles', 131008, list([{ rows: rows(1) }, { rows: rows(1) }])],
  ['a row title of 25 letters', 131009, list([{ rows: [{ id: 'r', title: long(25) }] }])],
  [
    'a list with an image header',
    131009,
    list([{ rows: rows(1) }], { header: { type: 'image', image: {} } }),
  ],
  ['a reaction to nothing', 131009, { type: 'reaction', reaction: { message_id: 'wamid.no', emoji: '👍' } }],
  ['a template without a language', 131008, { type: 'template', template: { name: 'a' } }],
  ['513 letters of callback data', 131009, { text: { body: 'x' }, biz_opaque_callback_data: long(513) }],
];

test.each(refused)('%s is refused with Graph error %i', async (_what, code, message) => {
  const answer = await place.send(message);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({
    code,
    type: 'OAuthException',
    message: expect.stringContaining(`(#${code}) `),
    error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
    fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
  });
});

describe('who may send', () => {
  const text = { messaging_product: 'whatsapp', to: '15557770000', text: { body: 'x' } };

  test('an unknown token is refused with 190', async () => {
    const answer = await place.graph('POST', `/${PHONE_ID}/messages`, text, 'wrong');
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ code: 190, type: 'OAuthException' });
    expect(answer.body.error.error_data).toBeUndefined();
  });

  test('no token is refused with 104', async () => {
    const answer = await fetch(`${place.url}/graph/${PHONE_ID}/messages`, { method: 'POST' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 104 } });
  });

  test('an unknown number is a GraphMethodException', async () => {
    const answer = await place.graph('POST', '/v25.0/1/messages', text);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
  });

  test('an unknown path is told', async () => {
    expect((await place.graph('POST', `/v25.0/${PHONE_ID}/nothing`, text)).body.error.code).toBe(2500);
  });
});

test('bad bodies get an answer of the same shape', async () => {
  const post = (body: string) =>
    fetch(`${place.url}/graph/${PHONE_ID}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer EAAtest' },
      body,
    });
  for (const body of ['{"a":', '[]', '"x"', `"${long(1_100_000)}"`, `${'['.repeat(5000)}${']'.repeat(5000)}`])
    expect(await (await post(body)).json()).toMatchObject({ error: { code: 100 } });
});

test('a quoted reply, a reaction and a read receipt reach the phone', async () => {
  const { body: hello } = await says(place, 'quote me');
  await place.send({ text: { body: 'as you said' }, context: { message_id: hello.id } });
  const reaction = await place.send({ type: 'reaction', reaction: { message_id: hello.id, emoji: '👍' } });
  expect(reaction.status).toBe(200);
  const read = await place.graph('POST', `/v25.0/${PHONE_ID}/messages`, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: hello.id,
    typing_indicator: { type: 'text' },
  });
  expect(read).toEqual({ status: 200, body: { success: true } });
  const { body } = await place.phone('GET', `${CHAT}/messages?limit=3`);
  expect(body.messages).toMatchObject([
    { id: hello.id, status: 'read' },
    { from: 'business', context: hello.id, content: { body: 'as you said' } },
    { from: 'business', type: 'reaction', content: { message_id: hello.id, emoji: '👍' } },
  ]);
  // A reaction is only ever sent.
  const id = reaction.body.messages[0].id;
  await until(() => shop.statuses().some((status) => status.id === id));
  await until(() => place.simulator.pending() === 0);
  expect(shop.statuses().filter((status) => status.id === id)).toMatchObject([{ status: 'sent' }]);
});
