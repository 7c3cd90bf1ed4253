import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Business,
  business,
  CHAT,
  PHONE_ID,
  type Stage,
  says,
  stage,
  TOKEN,
  until,
  WABA,
} from './stage.ts';

let shop: Business;
let place: Stage;
let now = Date.now();
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

beforeAll(async () => {
  shop = await business();
  place = await stage(shop.url, {}, { clock: () => now });
  await says(place, 'hi');
});
afterAll(async () => {
  await place.close();
  await shop.close();
});

const form = (bytes: Buffer, type: string, fields: Readonly<Record<string, string>>, name = 'a.png') => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  data.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return data;
};
const upload = (bytes: Buffer, type: string) =>
  place.graph('POST', `/v25.0/${PHONE_ID}/media`, form(bytes, type, { messaging_product: 'whatsapp', type }));
const download = (url: string, token = TOKEN) =>
  fetch(url, { headers: { authorization: `Bearer ${token}` } });

test('a file goes up, is looked up, fetched with the token for five minutes, sent and deleted', async () => {
  const { body } = await upload(PNG, 'image/png');
  expect(body).toEqual({ id: expect.stringMatching(/^\d{16}$/) });
  const info = (await place.graph('GET', `/v25.0/${body.id}`)).body;
  expect(info).toMatchObject({
    mime_type: 'image/png',
    file_size: '16',
    id: body.id,
    messaging_product: 'whatsapp',
  });
  const fetched = await download(info.url);
  expect(fetched.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(PNG);
  expect((await download(info.url, 'wrong')).status).toBe(401);
  expect((await download(info.url.replace(/hash=.*/, 'hash=x'))).status).toBe(404);
  expect((await place.send({ type: 'image', image: { id: body.id } })).status).toBe(200);
  now += 5 * 60_000 + 1;
  expect((await download(info.url)).status).toBe(404);
  expect((await place.graph('DELETE', `/v25.0/${body.id}`)).body).toEqual({ success: true });
  expect((await place.graph('GET', `/v25.0/${body.id}`)).body.error.error_subcode).toBe(33);
});

test('types and sizes WhatsApp does not take are refused', async () => {
  expect((await upload(PNG, 'image/gif')).body.error.code).toBe(131053);
  expect((await upload(Buffer.alloc(600 * 1024), 'image/webp')).body.error.code).toBe(131053);
  expect((await upload(Buffer.alloc(17 * 1024 * 1024), 'application/pdf')).body.error.code).toBe(131053);
  const noFile = await place.graph('POST', `/v25.0/${PHONE_ID}/media`, { messaging_product: 'whatsapp' });
  expect(noFile.body.error.code).toBe(100);
  const broken = await fetch(`${place.url}/graph/${PHONE_ID}/media`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${TOKEN}` },
    body: '--x\r\nContent-Dis',
  });
  expect(await broken.json()).toMatchObject({ error: { code: 100 } });
});

test('a picture and a paper of a person can be fetched by the business', async () => {
  await place.phone('POST', `${CHAT}/files`, form(PNG, 'image/png', { caption: 'me' }));
  await place.phone('POST', `${CHAT}/files`, form(Buffer.from('%PDF'), 'application/pdf', {}, 'ราคา.pdf'));
  now += 1000;
  await until(() => shop.messages().length === 3);
  const [, image, paper] = shop.messages();
  expect(image).toMatchObject({ type: 'image', image: { mime_type: 'image/png', caption: 'me' } });
  expect(Buffer.from(image.image.sha256, 'base64')).toHaveLength(32);
  expect(paper.document.filename).toBe('ราคา.pdf');
  const { url } = (await place.graph('GET', `/${image.image.id}?phone_number_id=${PHONE_ID}`)).body;
  expect(Buffer.from(await (await download(url)).arrayBuffer())).toEqual(PNG);
  const shown = await fetch(`${place.url}/api/media/${paper.document.id}`);
  expect(shown.headers.get('content-disposition')).toContain('attachment');
});

test('numbers and accounts can be read, and webhooks moved after the handshake', async () => {
  const number = await place.graph('GET', `/v25.0/${PHONE_ID}?fields=verified_name,quality_rating`);
  expect(number.body).toEqual({ verified_name: 'Sluice Café', quality_rating: 'GREEN', id: PHONE_ID });
  expect((await place.graph('GET', `/${PHONE_ID}?fields=constructor`)).body.error.code).toBe(100);
  const numbers = (await place.graph('GET', `/v25.0/${WABA}/phone_numbers`)).body;
  expect(numbers.data).toMatchObject([{ id: PHONE_ID, display_phone_number: '+1 555 000 1111' }]);
  const move = (verify_token: string) =>
    place.graph('POST', `/v25.0/${WABA}/subscribed_apps`, {
      override_callback_uri: `${shop.url}?b`,
      verify_token,
    });
  expect((await move('wrong')).body.error.code).toBe(2200);
  expect((await move('sesame')).body).toEqual({ success: true });
  expect((await place.graph('GET', `/v25.0/${WABA}/subscribed_apps`)).body.data[0]).toMatchObject({
    override_callback_uri: `${shop.url}?b`,
  });
});
