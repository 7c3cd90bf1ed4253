import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, openStand, type Stand } from './stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const HTML = { accept: 'text/html' };
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${stand.url}${path}`, { headers, redirect: 'manual' });

/** The cookie of somebody who signed in. */
async function ticket(): Promise<string> {
  const response = await get(`/?key=${KEY}`, HTML);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test('the API refuses whoever brings nothing', async () => {
  const response = await get('/api/v1/journal');
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'not-signed-in', status: 401 });
});

test('a page without a sign-in leads to where one signs in, in the language of the browser', async () => {
  const thai = { ...HTML, 'accept-language': 'th-TH,th;q=0.9' };
  const response = await get('/flows/one?tab=2', thai);
  const to = response.headers.get('location') ?? '';
  expect([response.status, to]).toEqual([303, '/sign-in?to=%2Fflows%2Fone%3Ftab%3D2']);
  const page = await (await get(to, thai)).text();
  expect(page).toContain('<html lang="th">');
  expect(page).toContain('action="/sign-in?lang=th"');
  expect(page).toContain('value="/flows/one?tab=2"');
  expect(await (await get(`${to}&lang=en`, thai)).text()).toContain('<html lang="en">');
});

test('who is signed in is not asked again', async () => {
  const response = await get('/sign-in?to=/watch', { ...HTML, cookie: await ticket() });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/watch']);
});

test('the key in an address becomes a cookie that does not tell the key, and leaves the address', async () => {
  const response = await get(`/flows/one?key=${KEY}&tab=2`, HTML);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/flows/one?tab=2');
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^sluice-.+HttpOnly.*SameSite=Strict/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(cookie).not.toContain(KEY);
  expect(cookie).not.toContain('Secure');
});

test('programs that follow links sign in the same way', async () => {
  const response = await get(`/?key=${KEY}`);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  expect((await get('/?key=wrong', { 'x-forwarded-for': '203.0.113.77' })).status).toBe(401);
  expect((await get(`/api/v1/journal?key=${KEY}`)).status).toBe(401);
});

test('the cookie opens pages and the API', async () => {
  const cookie = await ticket();
  expect(await (await get('/', { ...HTML, cookie })).text()).toContain('the editor');
  expect(await (await get('/flows/one', { ...HTML, cookie })).text()).toContain('the editor');
  expect(await (await get('/simulator', { ...HTML, cookie })).text()).toContain('the phone');
  expect((await get('/api/v1/journal', { cookie })).status).toBe(200);
});

test('the form signs in, and never leads elsewhere', async () => {
  const post = (body: Record<string, string>) =>
    fetch(`${stand.url}/sign-in`, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });
  expect((await post({ key: KEY, to: '/flows' })).headers.get('location')).toBe('/flows');
  for (const to of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:1', '/\t/evil.test'])
    expect((await post({ key: KEY, to })).headers.get('location')).toBe('/');
  const refused = await post({ key: 'no', to: '"><script>' });
  expect(refused.status).toBe(401);
  expect(await refused.text()).not.toContain('<script>');
});

test('a cookie that was made up opens nothing', async () => {
  const [name] = (await ticket()).split('=');
  for (const cookie of [`${name}=x`, `${name}=`, 'sluice=1', `${name}`])
    expect((await get('/api/v1/journal', { cookie })).status).toBe(401);
});

test('changes by cookie are taken from our own pages only', async () => {
  const cookie = await ticket();
  const change = (headers: Record<string, string>) =>
    fetch(`${stand.url}/api/v1/teams/sales`, {
      method: 'PUT',
      headers: { cookie, ...headers },
      body: '{"name":"Sales"}',
    });
  expect((await change({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await change({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await change({ origin: 'https://evil.test' })).status).toBe(403);
  expect((await change({ origin: 'null' })).status).toBe(403);
  expect((await change({ 'sec-fetch-site': 'cross-site', 'x-sluice': '1' })).status).toBe(403);
  const silent = await change({});
  expect([silent.status, await silent.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'other-origin' }),
  ]);
  expect((await change({ 'x-sluice': '1' })).status).toBe(200);
  expect((await change({ origin: stand.url })).status).toBe(200);
  expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('other sites cannot sign anybody in, by form or by API', async () => {
  const post = (path: string, body: string) =>
    fetch(`${stand.url}${path}`, {
      method: 'POST',
      headers: { origin: 'https://evil.test', 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  expect((await post('/sign-in', `key=${KEY}`)).status).toBe(403);
  expect((await post('/api/v1/sign-in', '{"email":"a@b","password":"x"}')).status).toBe(403);
});

test('a link of another site to a page of ours comes back by itself with the cookie', async () => {
  const response = await get('/', { ...HTML, 'sec-fetch-site': 'cross-site' });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('http-equiv="refresh"');
});

test('of what else lives here, only what is plainly open does without a sign-in', async () => {
  expect((await get('/simulator/graph/me')).status).toBe(200);
  for (const path of ['/simulator/api/phones', '/simulator/graphs/me', '/simulator/x/../api/phones'])
    expect((await get(path)).status).toBe(401);
  expect((await get('/simulator', HTML)).headers.get('location')).toBe('/sign-in?to=%2Fsimulator');
  expect((await get('/simulator/api/phones', { cookie: await ticket() })).status).toBe(200);
});

test('who guesses keys is not listened to any more, with the right one either', async () => {
  const guess = (key: string, from: string) =>
    get('/api/v1/journal', { authorization: `Bearer ${key}`, 'x-forwarded-for': from });
  for (let n = 0; n < 10; n += 1) expect((await guess('wrong', '203.0.113.9')).status).toBe(401);
  expect((await guess('wrong', '203.0.113.9')).status).toBe(429);
  const refused = await guess(KEY, '203.0.113.9');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([
    429,
    expect.stringMatching(/^(900|8\d\d)$/),
  ]);
  expect((await guess(KEY, '203.0.113.10')).status).toBe(200);
});

test('behind https the cookie is for https only', async () => {
  const secure = await openStand({ publicUrl: () => 'https://sluice.test' });
  const response = await fetch(`${secure.url}/?key=${KEY}`, { headers: HTML, redirect: 'manual' });
  expect(response.headers.getSetCookie()[0]).toContain('Secure');
  await secure.close();
});
