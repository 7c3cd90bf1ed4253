import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Business,
  business,
  CHAT,
  type Loose,
  PHONE_ID,
  type Stage,
  says,
  stage,
  until,
} from './stage.ts';

let shop: Business;
let place: Stage;

beforeEach(async () => {
  shop = await business();
  place = await stage(shop.url);
});
afterEach(async () => {
  await place.close();
  await shop.close();
});

/** Collects what a phone page hears. */
async function listen(phone: string) {
  const heard: Loose[] = [];
  const answer = await fetch(`${place.url}/api/events?phone=${phone}`);
  const ended = (async () => {
    let rest = '';
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const frames = (rest + part).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        if (!/^event:/m.test(frame)) heard.push(JSON.parse(frame.replace(/^data: /, '')));
      }
    }
  })();
  return { answer, heard, ended };
}

test('a phone page hears messages, ticks and typing of its own chats only', async () => {
  await place.phone('POST', '/phones', { name: 'Bo', number: '4915112345678' });
  const { body } = await place.phone('GET', '/phones');
  const bo = body.phones.find((phone: Loose) => phone.name === 'Bo').id;
  const [ana, other] = await Promise.all([listen('ana'), listen(bo)]);
  expect(ana.answer.headers.get('content-type')).toContain('text/event-stream');
  const hello = (await says(place, 'hi')).body;
  await until(() => ana.heard.some(({ type, status }) => type === 'status' && status === 'delivered'));
  await place.graph('POST', `/${PHONE_ID}/messages`, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: hello.id,
    typing_indicator: { type: 'text' },
  });
  await place.send({ text: { body: 'hello' } });
  await until(() => ana.heard.length === 6);
  expect(ana.heard).toMatchObject([
    { type: 'message', message: { id: hello.id, from: 'phone', status: 'sent' } },
    { type: 'status', id: hello.id, status: 'delivered' },
    { type: 'status', from: 'phone', status: 'read', upTo: hello.order },
    { type: 'typing', until: expect.any(Number) },
    { type: 'message', message: { from: 'business', content: { body: 'hello' } } },
    { type: 'typing', until: 0 },
  ]);
  expect(other.heard).toEqual([]);
  await place.simulator.close();
  await Promise.all([ana.ended, other.ended]);
});

test('strange requests get problems, never a crash', async () => {
  const status = async (method: string, path: string, body?: object) =>
    (await place.phone(method, path, body)).status;
  expect(await status('GET', '/events?phone=nobody')).toBe(404);
  expect(await status('GET', '/phones/nobody/chats/1/messages')).toBe(404);
  expect(await status('GET', `/phones/ana/chats/1/messages`)).toBe(404);
  expect(await status('GET', `${CHAT}/messages?limit=-1`)).toBe(422);
  expect(await status('POST', `${CHAT}/messages`, { type: 'constructor' })).toBe(422);
  expect(await status('POST', `${CHAT}/messages`, { type: 'text', text: 'hi' })).toBe(422);
  expect(await status('POST', `${CHAT}/messages`, { type: 'tap', tap: { message_id: { $ne: 1 } } })).toBe(
    404,
  );
  expect(await status('POST', `${CHAT}/messages`, { type: 'text', text: { body: 'x'.repeat(70_000) } })).toBe(
    422,
  );
  expect(await status('POST', `${CHAT}/files`, {})).toBe(422);
  expect(await status('POST', '/phones', { name: 'X', number: '12' })).toBe(422);
  expect(await status('POST', '/phones', { name: 'X', number: '15557770000' })).toBe(409);
  expect(await status('POST', '/phones', [])).toBe(422);
  expect(await status('GET', '/media/1')).toBe(404);
  expect(await status('GET', '/nothing')).toBe(404);
  expect(await status('POST', '/knobs', JSON.parse('{"__proto__":{"repeat":2}}'))).toBe(422);
  const broken = await fetch(`${place.url}/api/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a"',
  });
  expect(broken.headers.get('content-type')).toContain('application/problem+json');
  expect(await broken.json()).toMatchObject({ code: 'simulator.unreadable' });
});

test('numbers are shown without their secrets', async () => {
  const { body } = await place.phone('GET', '/numbers');
  expect(body).toEqual({
    numbers: [{ id: PHONE_ID, displayNumber: '+1 555 000 1111', name: 'Sluice Café', hints: ['price'] }],
  });
});
