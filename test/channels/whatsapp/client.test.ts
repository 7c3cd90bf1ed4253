import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FailureKind, SendFailure } from '../../../server/channels/channel.ts';
import { createGraphClient, type GraphClient } from '../../../server/channels/whatsapp/client.ts';
import { type GraphDouble, json, openGraphDouble } from './graph-double.ts';

const number = { id: '2000001', token: 'EAAtesttoken123' };
const account = { id: '1000001', token: number.token };
const ana = { phone: '15557770000' };
const receipt = json(200, { messaging_product: 'whatsapp', messages: [{ id: 'wamid.OUT' }] });

let double: GraphDouble;
let client: GraphClient;

beforeEach(async () => {
  double = await openGraphDouble();
  client = createGraphClient({ baseUrl: `${double.url}/graph/`, version: 'v24.0', answerWithinMs: 300 });
});

afterEach(async () => {
  await client.close();
  await double.close();
});

const send = () => client.send(number, ana, { kind: 'text', text: 'hé 👋' }, 'evt/1');
const failure = (): Promise<SendFailure> =>
  send().then(
    () => Promise.reject(new Error('it was sent')),
    (error: SendFailure) => error,
  );

describe('sending', () => {
  test('hands the message over and brings its id', async () => {
    double.answer = receipt;
    expect(await send()).toEqual({ channelId: 'wamid.OUT' });
    const [seen] = double.seen;
    expect(seen).toMatchObject({ method: 'POST', path: '/graph/v24.0/2000001/messages' });
    expect(seen?.headers).toMatchObject({
      authorization: `Bearer ${number.token}`,
      'content-type': 'application/json',
    });
    expect(JSON.parse(seen?.body ?? '')).toMatchObject({ to: '+15557770000', text: { body: 'hé 👋' } });
  });

  test.each<[number, number, FailureKind]>([
    [500, 131000, 'retry'],
    [400, 130429, 'slow'],
    [429, 131056, 'slowPair'],
    [400, 131047, 'window'],
    [400, 131026, 'recipient'],
    [400, 131009, 'refused'],
    [401, 190, 'blocked'],
  ])('fails with %i and code %i as %s', async (status, code, kind) => {
    double.answer = json(status, { error: { code, message: `(#${code}) no`, type: 'OAuthException' } });
    expect(await failure()).toMatchObject({ name: 'SendFailure', kind, code: String(code), unsure: false });
  });

  test('takes the page of a gateway for an outage', async () => {
    double.answer = (res) =>
      res.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
    expect(await failure()).toMatchObject({ kind: 'retry', code: 'http-502', unsure: true });
  });

  test('is unsure when the answer does not come', async () => {
    double.answer = () => undefined;
    expect(await failure()).toMatchObject({ kind: 'retry', code: 'no-answer', unsure: true });
  });

  test('is unsure when the answer breaks off', async () => {
    double.answer = (res) => {
      res.writeHead(200, { 'content-length': 100 }).write('{"messages":');
      res.socket?.destroy();
    };
    expect(await failure()).toMatchObject({ kind: 'retry', code: 'no-answer', unsure: true });
  });

  test('is unsure when a success names no message', async () => {
    for (const body of [{}, { messages: [] }, { messages: [{ id: 7 }] }, [], null]) {
      double.answer = json(200, body);
      expect(await failure()).toMatchObject({ kind: 'retry', code: 'unreadable', unsure: true });
    }
  });

  test('is sure when an error comes as a success', async () => {
    double.answer = json(200, { error: { code: 131009 } });
    expect(await failure()).toMatchObject({ kind: 'refused', unsure: false });
  });

  test('is sure that nothing went out when nobody is there', async () => {
    await double.close();
    expect(await failure()).toMatchObject({ kind: 'retry', code: 'unreachable', unsure: false });
  });

  test('reports a token that fits into no request', async () => {
    const broken = client.send({ id: '1', token: 'a\nb' }, ana, { kind: 'text', text: 'x' }, 'e');
    await expect(broken).rejects.toMatchObject({ kind: 'blocked', unsure: false });
    expect(double.seen).toEqual([]);
  });

  test('cannot be led to another path by an id', async () => {
    double.answer = receipt;
    await client.send({ id: '../me?x=', token: 't' }, ana, { kind: 'text', text: 'x' }, 'e');
    expect(double.seen[0]?.path).toBe('/graph/v24.0/..%2Fme%3Fx%3D/messages');
  });

  test('never says the token', async () => {
    double.answer = json(401, { error: { code: 190, message: `Malformed access token ${number.token}` } });
    expect(JSON.stringify(await failure(), ['message', 'stack', 'code'])).not.toContain(number.token);
  });
});

test('marks a message read, and shows typing', async () => {
  double.answer = json(200, { success: true });
  await client.markRead(number, 'wamid.IN', true);
  await client.markRead(number, 'wamid.IN', false);
  expect(double.seen.map(({ body }) => JSON.parse(body))).toEqual([
    {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.IN',
      typing_indicator: { type: 'text' },
    },
    { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN' },
  ]);
});

test('a page of some proxy is no answer', async () => {
  double.answer = (res) => res.end('<html>Welcome</html>');
  await expect(client.markRead(number, 'wamid.IN', true)).rejects.toMatchObject({
    kind: 'retry',
    code: 'unreadable',
  });
});

describe('media', () => {
  test('is uploaded as a form', async () => {
    double.answer = json(200, { id: '77' });
    const file = { bytes: new TextEncoder().encode('PNG'), mime: 'image/png', filename: 'a"b.png' };
    expect(await client.uploadMedia(number, file)).toBe('77');
    const [seen] = double.seen;
    expect(seen?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    for (const part of ['name="messaging_product"', 'image/png', 'filename="a%22b.png"', '\r\nPNG\r\n'])
      expect(seen?.body).toContain(part);
  });

  test('is downloaded in two steps, the token staying with the host that Meta named', async () => {
    const elsewhere = await openGraphDouble();
    elsewhere.answer = (res) => res.end('bytes');
    double.answer = (res, { path }) =>
      path.startsWith('/file')
        ? res.writeHead(302, { location: `${elsewhere.url}/cdn` }).end()
        : json(200, { url: `${double.url}/file?x=1`, mime_type: 'image/png', file_size: '5' })(
            res,
            double.seen[0]!,
          );
    const { content, ...rest } = await client.downloadMedia(number, '55');
    expect([await text(content), rest]).toEqual(['bytes', { mime: 'image/png', bytes: 5 }]);
    expect(double.seen.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/graph/v24.0/55?phone_number_id=2000001', `Bearer ${number.token}`],
      ['/file?x=1', `Bearer ${number.token}`],
    ]);
    expect(elsewhere.seen[0]?.headers.authorization).toBeUndefined();
    await elsewhere.close();
  });

  test.each(['nonsense', 'file:///etc/passwd', 7])('at %j is not fetched', async (url) => {
    double.answer = json(200, { url });
    await expect(client.downloadMedia(number, '55')).rejects.toMatchObject({
      name: 'SendFailure',
      code: 'unreadable',
    });
  });

  test('that leads in circles is given up', async () => {
    double.answer = (res, seen) =>
      seen.path === '/round'
        ? res.writeHead(302, { location: '/round' }).end()
        : json(200, { url: `${double.url}/round` })(res, seen);
    await expect(client.downloadMedia(number, '55')).rejects.toMatchObject({ code: 'redirects' });
  });

  test('that is gone says so', async () => {
    double.answer = json(404, {
      error: { code: 100, error_subcode: 33, message: 'Unsupported get request' },
    });
    await expect(client.downloadMedia(number, '55')).rejects.toMatchObject({ kind: 'blocked', code: '100' });
  });
});

describe('connecting a number', () => {
  test('asks who it is', async () => {
    double.answer = json(200, {
      id: number.id,
      display_phone_number: '+1 555-000-1111',
      verified_name: 'Shop',
      quality_rating: 'GREEN',
      throughput: { level: 'STANDARD' },
    });
    expect(await client.findNumber(number)).toEqual({
      id: number.id,
      phone: '+1 555-000-1111',
      name: 'Shop',
      quality: 'GREEN',
      throughput: 'STANDARD',
    });
    double.answer = json(200, { data: [{ id: '5', display_phone_number: '+1' }] });
    expect(await client.listNumbers(account)).toEqual([{ id: '5', phone: '+1' }]);
  });

  test('says what is wrong with a token', async () => {
    double.answer = json(401, {
      error: { code: 190, error_subcode: 463, message: 'Error validating access token' },
    });
    await expect(client.findNumber(number)).rejects.toMatchObject({
      kind: 'blocked',
      message: 'The access token of this number has expired; it needs a new one.',
    });
  });

  test('subscribes to its account, registers, and lists', async () => {
    double.answer = json(200, { success: true });
    await client.subscribe(account);
    await client.subscribe(account, { url: 'https://x.test/hook', verifyToken: 't' });
    await client.registerNumber(number, '123456');
    expect(
      double.seen.map(({ path, body }) => [path.replace('/graph/v24.0/', ''), JSON.parse(body)]),
    ).toEqual([
      ['1000001/subscribed_apps', {}],
      ['1000001/subscribed_apps', { override_callback_uri: 'https://x.test/hook', verify_token: 't' }],
      ['2000001/register', { messaging_product: 'whatsapp', pin: '123456' }],
    ]);
    double.answer = json(200, { data: [{ whatsapp_business_api_data: { id: '9', name: 'App' } }] });
    expect(await client.listSubscriptions(account)).toEqual([{ app: '9', name: 'App' }]);
  });

  test('reads every page of templates', async () => {
    const page = (id: number, more: object): object => ({
      data: [
        {
          id,
          name: `t${id}`,
          language: 'en',
          status: 'APPROVED',
          category: 'UTILITY',
          components: [{ type: 'BODY' }],
        },
      ],
      paging: { cursors: { after: 'a b' }, ...more },
    });
    double.answer = (res, seen) => {
      const isSecond = seen.path.endsWith('&after=a%20b');
      json(200, isSecond ? page(2, {}) : page(1, { next: 'https://x.test' }))(res, seen);
    };
    expect((await client.listTemplates(account)).map(({ id, name }) => [id, name])).toEqual([
      ['1', 't1'],
      ['2', 't2'],
    ]);
  });
});
