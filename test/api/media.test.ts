import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PDF = Buffer.from('%PDF-1.7\n');

async function upload(
  name: string,
  bytes: Uint8Array,
  type = 'application/octet-stream',
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
): Promise<{ readonly status: number; readonly body: any }> {
  const response = await fetch(`${stand.url}/api/v1/media?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': type },
    body: Buffer.from(bytes),
  });
  return { status: response.status, body: await response.json() };
}

const fetchFile = (url: string, init?: RequestInit) =>
  fetch(url.replace('http://sluice.test', stand.url), init);

test('a picture is kept and handed out to whoever knows its address, and never as a page', async () => {
  const { status, body } = await upload('menu card.png', PNG, 'text/html');
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'menu card.png', mime: 'image/png', kind: 'image', size: PNG.length });
  expect(body.url).toBe(`http://sluice.test/media/${body.id}/menu%20card.png`);
  const file = await fetchFile(body.url);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(PNG.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': expect.stringMatching(/^inline;/),
  });
  const head = await fetchFile(body.url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(PNG.length)]);
});

test('a file larger than one part comes back whole', async () => {
  const bytes = Buffer.concat([PDF, Buffer.alloc(1_300_000, 7)]);
  const { body } = await upload('list.pdf', bytes);
  const file = await fetchFile(body.url);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
});

test.each([
  ['page.html', '<html><script>alert(1)</script></html>'],
  ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['picture.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['program.exe', 'MZ\u0000\u0001'],
  ['script.js', 'alert(1)'],
  ['archive.zip', 'PK\u0003\u0004zip'],
  ['noname', 'hello'],
])('%s is refused with a sentence', async (name, text) => {
  const { status, body } = await upload(name, Buffer.from(text, 'latin1'));
  expect([status, body.code]).toEqual([422, 'file-type']);
  expect(body.detail).toContain('JPEG');
});

test('text that says it is a page stays text to be saved', async () => {
  const { body } = await upload('price.txt', Buffer.from('<script>alert(1)</script>'));
  const file = await fetchFile(body.url);
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('what is empty or larger than WhatsApp takes is refused', async () => {
  expect((await upload('a.png', new Uint8Array())).body.code).toBe('file-empty');
  const { status, body } = await upload('a.png', Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]));
  expect([status, body.code]).toEqual([422, 'file-size']);
  expect(body.detail).toBe('The file has 5.0 MB; WhatsApp takes pictures of up to 5 MB.');
});

test.each([
  ['../../etc/passwd.png', 'passwd.png'],
  ['..\\..\\boot.png', 'boot.png'],
  ['.htaccess', 'file.png'],
  ['a\u202egnp.exe', 'a-gnp.png'],
  ['line\r\nset-cookie: x.png', 'line-set-cookie- x.png'],
  ['ราคา ไอศกรีม.png', 'ราคา ไอศกรีม.png'],
  ['photo.JPEG', 'photo.png'],
  [`${'x'.repeat(200)}.png`, `${'x'.repeat(80)}.png`],
])('the name %j becomes %j', async (given, kept) => {
  expect((await upload(given, PNG)).body.name).toBe(kept);
});

test('addresses that nobody was given lead nowhere', async () => {
  for (const path of [
    '/media/aaaaaaaaaaaaaaaaaaaaaaaa/x.png',
    '/media/..%2f..%2fetc/passwd',
    '/media/%00/x',
    '/media',
  ])
    expect((await fetch(`${stand.url}${path}`)).status, path).toBe(404);
});

test('nobody uploads without a key, and nothing without a name', async () => {
  const bare = await fetch(`${stand.url}/api/v1/media?name=a.png`, { method: 'POST', body: PNG });
  expect(bare.status).toBe(401);
  const response = await fetch(`${stand.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}` },
    body: PNG,
  });
  expect(await response.json()).toMatchObject({ errors: [{ field: 'name' }] });
});
