import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from '../../../server/channels/channel.ts';
import { sign } from '../../../server/channels/whatsapp/signature.ts';
import { whatsappWebhook } from '../../../server/channels/whatsapp/webhook.ts';
import { portOf } from './graph-double.ts';

let server: Server;
let url: string;
let accepted: Delivery[];
let refused: string[];
let secrets: () => readonly string[];
let accept: (delivery: Delivery) => Promise<void>;

beforeEach(async () => {
  accepted = [];
  refused = [];
  secrets = () => ['old', 'new'];
  accept = async (delivery) => {
    accepted.push(delivery);
  };
  const app = express().all(
    '/webhooks/whatsapp',
    whatsappWebhook({
      verifyTokens: () => ['first', 'second'],
      secrets: () => secrets(),
      accept: (delivery) => accept(delivery),
      onRefused: (code) => refused.push(code),
      now: () => 1_760_000_000_123,
    }),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${portOf(server)}/webhooks/whatsapp`;
});

afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const shake = (query: string): Promise<Response> => fetch(`${url}?${query}`);

const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: { readonly [name: string]: string } = {},
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': sign(Buffer.from(body), 'new'),
      ...headers,
    },
  });

const text = (words: string): string =>
  `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"2"},"messages":[{"from":"15","id":"wamid.A","timestamp":"1760000000","type":"text","text":{"body":"${words}"}}]}}]}]}`;

async function expectProblem(answer: Response, status: number, code: string): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\.$/) });
  expect(refused).toEqual([code]);
  expect(accepted).toEqual([]);
}

describe('the handshake', () => {
  test('answers the challenge and nothing else', async () => {
    const answer = await shake('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=second');
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  test.each([
    'hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong',
    'hub.mode=subscribe&hub.challenge=1',
    'hub.mode=subscribe&hub.verify_token=first',
    'hub.mode=other&hub.challenge=1&hub.verify_token=first',
    'hub.mode=subscribe&hub.challenge=1&hub.verify_token=',
    '',
  ])('refuses %j', async (query) => {
    await expectProblem(await shake(query), 403, 'webhook-handshake');
  });
});

describe('a delivery', () => {
  test('is taken and answered with nothing', async () => {
    const answer = await post(text('hi'));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(accepted.map(({ messages }) => messages[0]?.message)).toEqual([
      { id: 'wamid.A', kind: 'text', text: 'hi' },
    ]);
  });

  test('is signed as the bytes it came in, escapes and all', async () => {
    expect((await post(text('caf\\u00e9 \\/ \\ud83d\\udc4b'))).status).toBe(200);
    expect(accepted[0]?.messages[0]?.message).toMatchObject({ text: 'café / 👋' });
  });

  test('without content is taken too, and nobody is bothered', async () => {
    expect((await post('{"object":"whatsapp_business_account","entry":[]}')).status).toBe(200);
    expect(accepted).toEqual([]);
  });

  test('may be signed by any app and come as any type', async () => {
    const body = text('hi');
    const headers = { 'x-hub-signature-256': sign(Buffer.from(body), 'old'), 'content-type': 'text/plain' };
    expect((await post(body, headers)).status).toBe(200);
  });

  test.each([
    ['nobody', ''],
    ['somebody else', sign(Buffer.from(text('hi')), 'stolen')],
    ['us, for another body', sign(Buffer.from(text('ho')), 'new')],
  ])('signed by %s is refused', async (_, signature) => {
    await expectProblem(
      await post(text('hi'), { 'x-hub-signature-256': signature }),
      401,
      'webhook-signature',
    );
  });

  test('is refused before it is read', async () => {
    await expectProblem(await post('{nonsense', { 'x-hub-signature-256': '' }), 401, 'webhook-signature');
  });

  test('that is no JSON is refused', async () => {
    await expectProblem(await post('{nonsense'), 400, 'webhook-not-json');
  });

  test('that is empty is refused', async () => {
    await expectProblem(await post(''), 400, 'webhook-not-json');
  });

  test('that nests a million deep is refused', async () => {
    await expectProblem(await post('['.repeat(1_000_000)), 400, 'webhook-too-deep');
    expect((await post(text('still here'))).status).toBe(200);
  });

  test('of 3 MB is taken, and a larger one refused', async () => {
    const frame = text('').length;
    expect((await post(text('x'.repeat(3 * 1024 * 1024 - frame)))).status).toBe(200);
    accepted = [];
    await expectProblem(await post(text('x'.repeat(3 * 1024 * 1024))), 413, 'webhook-too-large');
  });

  test('that is compressed is no JSON', async () => {
    const body = new Uint8Array(gzipSync(text('hi')));
    await expectProblem(await post(body, { 'content-encoding': 'gzip' }), 400, 'webhook-not-json');
  });

  test('that breaks off is counted', async () => {
    const socket = connect(portOf(server), '127.0.0.1');
    socket.write('POST /webhooks/whatsapp HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{');
    socket.end();
    await vi.waitFor(() => expect(refused).toEqual(['webhook-broken-off']));
    expect(accepted).toEqual([]);
  });

  test('that could not be stored is asked for again', async () => {
    accept = () => Promise.reject(new Error('the database is away'));
    await expectProblem(await post(text('hi')), 503, 'webhook-busy');
  });
});

test('without secrets everything is refused, and asked for again if they cannot be had', async () => {
  secrets = () => [];
  await expectProblem(await post(text('hi')), 401, 'webhook-signature');
  refused = [];
  secrets = () => {
    throw new Error('the database is away');
  };
  await expectProblem(await post(text('hi')), 503, 'webhook-busy');
});

test('other methods are refused', async () => {
  const answer = await fetch(url, { method: 'PUT', body: 'x' });
  expect(answer.headers.get('allow')).toBe('GET, POST');
  await expectProblem(answer, 405, 'webhook-method');
});

test('a body that somebody read before is not waited for', async () => {
  server.removeAllListeners('request');
  server.on(
    'request',
    express()
      .use(express.json())
      .all(
        '/webhooks/whatsapp',
        whatsappWebhook({
          verifyTokens: () => [],
          secrets: () => ['new'],
          accept,
          onRefused: (code) => refused.push(code),
        }),
      ),
  );
  await expectProblem(await post(text('hi')), 401, 'webhook-signature');
});
