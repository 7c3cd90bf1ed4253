import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${stand.url}${path}`, { headers });

test('health says that it is up and ready', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ status: 'up', version: '0.0.0-test' });
  expect((await get('/readyz')).status).toBe(200);
});

test('without its database the server is up, but not ready', async () => {
  const away = vi.spyOn(stand.deps.store.workspace, 'revision').mockRejectedValue(new Error('away'));
  const response = await get('/readyz');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'store-away' });
  expect((await get('/healthz')).status).toBe(200);
  away.mockRestore();
});

test('figures are for the machine itself and for who is signed in', async () => {
  const text = await (await get('/metrics')).text();
  for (const name of ['process_cpu_seconds_total', 'sluice_messages_total', 'sluice_queue_length'])
    expect(text).toContain(name);
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(401);
});

test('webhooks need the signature, not the key, and refusals are counted', async () => {
  const response = await fetch(`${stand.url}/webhooks/whatsapp`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'webhook-signature' });
  const handshake = '?hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=17';
  expect(await (await get(`/webhooks/whatsapp${handshake}`)).text()).toBe('17');
  expect(await (await get('/metrics')).text()).toContain(
    'sluice_webhook_refusals_total{code="webhook-signature"} 1',
  );
});

test('paths that lead nowhere are problems, for programs and in the API', async () => {
  for (const path of ['/api/v1/nothing', '/api', '/nothing.js', '/assets/gone.js'])
    expect([path, (await get(path)).status]).toEqual([path, path.startsWith('/api/v1') ? 401 : 404]);
  const { status, body } = await stand.ask('GET', '/nothing');
  expect([status, body.code]).toEqual([404, 'no-such-path']);
});

test('files with a hash in their name are kept for ever, pages are asked for again', async () => {
  expect((await get('/assets/a-123.js')).headers.get('cache-control')).toContain('immutable');
  const page = await get('/', { accept: 'text/html' });
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('a mistake of ours is a problem with an id that stands in the log', async () => {
  const broken = vi.spyOn(stand.deps.store.teams, 'all').mockRejectedValue(new Error('secret inside'));
  const { status, body } = await stand.ask('GET', '/teams');
  expect([status, body.code]).toEqual([500, 'broken']);
  expect(JSON.stringify(body)).not.toContain('secret inside');
  const { id } = stand.logged.at(-1)!.fact as { readonly id: string };
  expect(body.detail).toContain(id);
  broken.mockRestore();
});

test('bodies that are no JSON or too large are refused with a sentence', async () => {
  expect((await stand.ask('PUT', '/teams/sales', '{"name":')).body).toMatchObject({
    status: 400,
    code: 'unreadable-body',
  });
  const large = JSON.stringify({ name: 'x'.repeat(9_000_000) });
  expect((await stand.ask('PUT', '/teams/sales', large)).body).toMatchObject({ status: 413 });
});

test('the page that shows the API is behind the sign-in, its description is not', async () => {
  const page = await fetch(`${stand.url}/api/docs`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(401);
  expect(await page.text()).not.toContain('the editor');
  expect((await fetch(`${stand.url}/api/openapi.json`)).status).toBe(200);
  const signedIn = await get('/api/docs', { accept: 'text/html' });
  expect([signedIn.status, await signedIn.text()]).toEqual([200, expect.stringContaining('the editor')]);
  expect((await get('/api/docs/more', { accept: 'text/html' })).status).toBe(404);
});
