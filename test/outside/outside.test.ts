import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../nodes/contract/effect.ts';
import { isInside } from '../../server/outside/address-guard.ts';
import { createOutside, type OutsideSettings } from '../../server/outside/outside.ts';
import type { OutsideFailure } from '../../server/runtime/ports.ts';
import type { ConnectionRecord } from '../../server/store/store.ts';

const cleanUp: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The way out of a workspace with one connection, `inner`, which may reach inside. */
function outside(inner: Partial<ConnectionRecord> = {}, settings: Partial<OutsideSettings> = {}) {
  const record: ConnectionRecord = {
    id: 'inner',
    name: 'Inner',
    baseUrl: 'http://127.0.0.1:1',
    headers: {},
    allowPrivate: true,
    ...inner,
  };
  const out = createOutside({
    connection: async (id) => (id === 'inner' ? record : undefined),
    open: ({ sealed }) => sealed,
    closeWithinMs: 50,
    ...settings,
  });
  cleanUp.push(out.close);
  return out;
}

const wanted = (change: Partial<HttpRequest>): HttpRequest => ({
  method: 'GET',
  url: '/',
  headers: {},
  timeoutMs: 5_000,
  ...change,
});
const viaInner = (change: Partial<HttpRequest> = {}): HttpRequest =>
  wanted({ connection: 'inner', ...change });

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (failure: OutsideFailure) => failure.code,
  );

describe('addresses inside the network', () => {
  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://LOCALHOST',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[::127.0.0.1]',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://127.1',
    'http://0',
    'http://127。0。0。1',
    'http://①②⑦.0.0.1',
    'http://user:secret@127.0.0.1',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1',
    'http://192.168.1.1',
    'http://100.64.0.1',
    'http://[fe80::1]',
    'http://[fc00::1]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'ftp://example.org/x',
    'file:///etc/passwd',
    '//example.org',
    'javascript:1',
    '',
  ])('%j is refused, and nothing hears of it', async (address) => {
    let heard = 0;
    const server = await serve((_request, response) => {
      heard += 1;
      response.end('secret');
    });
    const { port } = new URL(server);
    const url = URL.canParse(address) ? withPort(address, port) : address;
    expect(await codeOf(outside().request(wanted({ url }), 'e/0'))).toBe('refused');
    expect(heard).toBe(0);
  });

  test.each([
    ['8.8.8.8', false],
    ['2606:4700::1111', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:10.0.0.1', true],
    ['fe80::1%eth0', true],
    ['::ffff:0:127.0.0.1', true],
    ['2001:0:1::1', true],
    ['fec0::1', true],
    ['no address', true],
    ['', true],
  ])('%s lies inside: %s', (address, inside) => {
    expect(isInside(address)).toBe(inside);
  });

  test('are reached through a connection that allows it', async () => {
    const baseUrl = await serve((_request, response) => response.end('hello'));
    expect(await outside({ baseUrl }).request(viaInner(), 'e/0')).toMatchObject({
      status: 200,
      body: 'hello',
    });
    expect(await codeOf(outside({ baseUrl, allowPrivate: false }).request(viaInner(), 'e/0'))).toBe(
      'refused',
    );
  });

  test('are not reached by a redirect', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: '/inside' }).end());
    const answer = await outside({ baseUrl: url }).request(viaInner(), 'e/0');
    expect(answer.status).toBe(302);
  });
});

function withPort(address: string, port: string): string {
  const url = new URL(address);
  url.port = port;
  return url.href;
}

describe('a connection', () => {
  test.each([
    ['/orders/7', '/api/v1/orders/7'],
    ['orders/7?a=b', '/api/v1/orders/7?a=b'],
    ['//evil.test/x', '/api/v1/evil.test/x'],
    ['\\\\evil.test/x', '/api/v1/evil.test/x'],
    ['@evil.test/x', '/api/v1/@evil.test/x'],
    ['http://evil.test/x', '/api/v1/http://evil.test/x'],
    ['orders/../people/1', '/api/v1/people/1'],
  ])('is not left by %j', async (url, reached) => {
    const baseUrl = await serve((request, response) => response.end(request.url));
    const { body } = await outside({ baseUrl: `${baseUrl}/api/v1/` }).request(viaInner({ url }), 'e/0');
    expect(body).toBe(reached);
  });

  test.each(['../admin', '/orders/../../admin', '%2e%2e/admin', '..\\admin', '/../v10/x'])(
    'refuses %j, which leads out of its path',
    async (url) => {
      const baseUrl = await serve((_request, response) => response.end('secret'));
      const asked = outside({ baseUrl: `${baseUrl}/api/v1` }).request(viaInner({ url }), 'e/0');
      expect(await codeOf(asked)).toBe('refused');
    },
  );

  test('brings its headers, in place of what the flow wrote under the same name', async () => {
    const seen: string[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push(...request.rawHeaders);
      response.end();
    });
    const out = outside({ baseUrl, headers: { authorization: { sealed: 'Bearer real' } } });
    await out.request(viaInner({ headers: { Authorization: 'Bearer mine', 'X-More': '1' } }), 'wamid.ก/0');
    const authorizations = seen.filter((_, i) => seen[i - 1]?.toLowerCase() === 'authorization');
    expect(authorizations).toEqual(['Bearer real']);
    expect(seen).toContain('wamid.%E0%B8%81/0');
    expect(seen).toContain('x-more');
  });

  test('that is not there is told of', async () => {
    expect(await codeOf(outside().request(wanted({ connection: 'gone' }), 'e/0'))).toBe('refused');
  });

  test('never tells its secrets when something goes wrong', async () => {
    const out = outside({ headers: { 'x-key': { sealed: 'sesame\n' } } });
    const failure = await out.request(viaInner(), 'e/0').catch((error: OutsideFailure) => error);
    expect(failure).toMatchObject({ code: 'refused' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('sesame');
  });
});

describe('an answer', () => {
  const answerOf = async (type: string, body: string) => {
    const baseUrl = await serve((_request, response) => response.setHeader('content-type', type).end(body));
    return (await outside({ baseUrl }).request(viaInner(), 'e/0')).body;
  };

  test('is JSON where it says so and is, else text', async () => {
    expect(await answerOf('application/json; charset=utf-8', '{"a":1}')).toEqual({ a: 1 });
    expect(await answerOf('application/problem+json', '{"a":1}')).toEqual({ a: 1 });
    expect(await answerOf('application/json', '{"a":')).toBe('{"a":');
    expect(await answerOf('text/plain', '{"a":1}')).toBe('{"a":1}');
  });

  test('that is too large is refused without being read to its end', async () => {
    const baseUrl = await serve((_request, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await codeOf(outside({ baseUrl }).request(viaInner({ timeoutMs: 20_000 }), 'e/0'))).toBe(
      'tooLarge',
    );
  });

  test('that does not come is a timeout, also when only its end is missing', async () => {
    const never = await serve(() => undefined);
    const half = await serve((_request, response) => void response.write('half'));
    for (const baseUrl of [never, half])
      expect(await codeOf(outside({ baseUrl }).request(viaInner({ timeoutMs: 100 }), 'e/0'))).toBe('timeout');
  });
});

describe('a service that breaks off', () => {
  const breaking = async () => {
    let asked = 0;
    const baseUrl = await serve((request) => {
      asked += 1;
      request.socket.destroy();
    });
    return { out: outside({ baseUrl }), asked: () => asked };
  };

  test('is asked again when that changes nothing there, within the time there is', async () => {
    const { out, asked } = await breaking();
    expect(await codeOf(out.request(viaInner(), 'e/0'))).toBe('unreachable');
    expect(asked()).toBe(3);
    expect(await codeOf(out.request(viaInner({ timeoutMs: 100 }), 'e/0'))).toBe('timeout');
  });

  test('is never asked twice to change something', async () => {
    const { out, asked } = await breaking();
    expect(await codeOf(out.request(viaInner({ method: 'POST', body: '{}' }), 'e/0'))).toBe('unreachable');
    expect(asked()).toBe(1);
  });
});

test('closing cuts off what takes too long, as something that the next start asks again', async () => {
  const asked = Promise.withResolvers<void>();
  const baseUrl = await serve(() => asked.resolve());
  const out = outside({ baseUrl });
  const code = codeOf(out.request(viaInner({ timeoutMs: 60_000 }), 'e/0'));
  await asked.promise;
  await out.close();
  expect(await code).toBe('stopping');
  expect(await codeOf(out.request(viaInner(), 'e/1'))).toBe('stopping');
});
