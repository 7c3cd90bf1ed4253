import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPerson, askWith, cookieIn, signIn } from './people.ts';
import { KEY, openStand, type Stand } from './stand.ts';

let stand: Stand;
let now = Date.now();

beforeEach(async () => {
  now = Date.now();
  stand = await openStand({ clock: () => now });
});
afterEach(() => stand.close());

const ANN = { name: 'Ann', email: 'Ann@Shop.test ', password: 'correct horse battery' };
const setUp = (body: object = ANN) => stand.ask('POST', '/set-up', body);
const asMe = (cookie: string) => askWith(stand, { cookie }, 'GET', '/me');

/** The cookie of a browser that opened the printed address. */
const withKey = async (): Promise<string> =>
  cookieIn(await fetch(`${stand.url}/?key=${KEY}`, { redirect: 'manual' }));

test('the printed address signs in, the first account is set up there, and the browser is then theirs', async () => {
  const cookie = await withKey();
  expect((await asMe(cookie)).body).toMatchObject({ kind: 'key', role: 'admin', needsSetUp: true });
  const made = await askWith(stand, { cookie, 'x-sluice': '1' }, 'POST', '/set-up', {
    ...ANN,
    language: 'th',
    timeZone: 'Asia/Bangkok',
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    kind: 'user',
    needsSetUp: false,
    user: { name: 'Ann', email: 'ann@shop.test' },
  });
  expect(JSON.stringify(made.body)).not.toMatch(/argon2|password/);
  const fresh = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await asMe(fresh)).body.user).toMatchObject({ name: 'Ann', role: 'admin', language: 'th' });
  expect((await asMe(cookie)).status).toBe(401);
  expect((await stand.ask('GET', '/settings')).body.timeZone).toBe('Asia/Bangkok');
});

test('of two who set up at once one is the first, and later nobody is', async () => {
  const both = await Promise.all([setUp(), setUp({ ...ANN, email: 'ben@shop.test' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await setUp()).body.code).toBe('already-set-up');
  expect((await stand.ask('GET', '/users')).body).toHaveLength(1);
});

test('a set-up with a weak password, a wrong zone or no address makes nobody', async () => {
  expect((await setUp({ ...ANN, password: '1234567890' })).body.code).toBe('weak-password');
  expect((await setUp({ ...ANN, timeZone: 'Mars/Base' })).body.code).toBe('invalid');
  expect((await setUp({ ...ANN, email: 'no address' })).body.code).toBe('invalid');
  expect((await setUp({ ...ANN, role: 'admin' })).body.detail).toBe('There is no field "role".');
  expect((await stand.ask('GET', '/users')).body).toEqual([]);
});

test('email and password sign in, by API and by the form, and the key still opens', async () => {
  await setUp();
  const ann = await signIn(stand, ' ANN@shop.test', ANN.password);
  expect((await ann.ask('GET', '/me')).body).toMatchObject({ kind: 'user', user: { name: 'Ann' } });
  const form = { email: ANN.email, password: ANN.password, to: '/watch' };
  const response = await fetch(`${stand.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/watch']);
  expect((await asMe(cookieIn(response))).body.kind).toBe('user');
  expect((await asMe(await withKey())).body).toMatchObject({ kind: 'key', needsSetUp: false });
});

test('a wrong password and an unknown email are told apart by nobody', async () => {
  await setUp();
  const refusal = async (email: string, password: string) => {
    const response = await fetch(`${stand.url}/api/v1/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ email, password }),
    });
    expect(response.headers.getSetCookie()).toEqual([]);
    return response.text();
  };
  const wrong = await refusal('ann@shop.test', 'wrong horse battery');
  expect(await refusal('nobody@shop.test', ANN.password)).toBe(wrong);
  expect(await refusal('', '')).toBe(wrong);
  expect(wrong).toContain('wrong-sign-in');
});

test('ten wrong tries, and that browser must wait, with the right password too; others need not', async () => {
  await setUp();
  const attempt = (password: string, from = '203.0.113.20') =>
    fetch(`${stand.url}/sign-in`, {
      method: 'POST',
      headers: { 'x-forwarded-for': from },
      body: new URLSearchParams({ email: 'ann@shop.test', password }),
      redirect: 'manual',
    });
  const guesses = await Promise.all(Array.from({ length: 10 }, () => attempt('a wrong password')));
  expect(guesses.map(({ status }) => status)).toEqual(Array(10).fill(401));
  const refused = await attempt(ANN.password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
  expect(await refused.text()).toContain('Too many tries');
  expect((await attempt(ANN.password, '203.0.113.21')).status).toBe(303);
});

test('whoever gets it right in the end has all tries again', async () => {
  await setUp();
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 9; n += 1)
      await expect(signIn(stand, ANN.email, 'a wrong password')).rejects.toThrow('wrong-sign-in');
    await signIn(stand, ANN.email, ANN.password);
  }
});

test('a sign-in lives on while it is used, and ends when it is not', async () => {
  const day = 86_400_000;
  const agent = await addPerson(stand, 'agent');
  for (let n = 0; n < 3; n += 1) {
    now += 20 * day;
    expect((await asMe(agent.cookie)).status).toBe(200);
  }
  const [seen] = (await stand.ask('GET', '/users')).body;
  expect(seen.seenAt).toBe(now);
  now += 31 * day;
  expect((await asMe(agent.cookie)).status).toBe(401);
});

test('what is in the database signs nobody in', async () => {
  const { cookie } = await addPerson(stand, 'agent');
  const [name, token = ''] = cookie.split('=');
  const kept = await stand.deps.store.users.all();
  expect(JSON.stringify(kept)).not.toContain(token);
  const { createHash } = await import('node:crypto');
  const id = createHash('sha256').update(token).digest('base64url');
  expect(await stand.deps.store.signIns.get(id)).toMatchObject({ user: kept[0]?.id });
  expect((await asMe(`${name}=${id}`)).status).toBe(401);
});

test('a new role, a new password and being switched off sign people out', async () => {
  const agent = await addPerson(stand, 'agent');
  await stand.ask('PUT', `/users/${agent.id}`, { name: 'Agatha' });
  expect((await asMe(agent.cookie)).body.user.name).toBe('Agatha');
  await stand.ask('PUT', `/users/${agent.id}`, { role: 'viewer' });
  expect((await asMe(agent.cookie)).status).toBe(401);
  const again = await signIn(stand, agent.email, agent.password);
  expect((await again.ask('GET', '/me')).body.role).toBe('viewer');
  const { body } = await stand.ask('POST', `/users/${agent.id}/password`);
  expect((await asMe(again.cookie)).status).toBe(401);
  await expect(signIn(stand, agent.email, agent.password)).rejects.toThrow('wrong-sign-in');
  const third = await signIn(stand, agent.email, body.password);
  await stand.ask('PUT', `/users/${agent.id}`, { disabled: true });
  expect((await asMe(third.cookie)).status).toBe(401);
  await expect(signIn(stand, agent.email, body.password)).rejects.toThrow('account-off');
  await stand.ask('PUT', `/users/${agent.id}`, { disabled: false });
  const fourth = await signIn(stand, agent.email, body.password);
  await stand.ask('POST', `/users/${agent.id}/sign-out`);
  expect((await asMe(fourth.cookie)).status).toBe(401);
});

test('people change their own password with the old one, and stay signed in only where they did', async () => {
  const here = await addPerson(stand, 'agent');
  const there = await signIn(stand, here.email, here.password);
  expect((await here.ask('GET', '/me')).body.user.mustChoose).toBe(true);
  const change = (current: string, next: string) => here.ask('PUT', '/me', { password: { current, next } });
  expect((await change('not it at all', 'a better password')).body.code).toBe('wrong-password');
  expect((await change(here.password, 'short')).body.code).toBe('weak-password');
  const changed = await change(here.password, 'a better password');
  expect(changed.body.user.mustChoose).toBe(false);
  expect([(await asMe(here.cookie)).status, (await asMe(there.cookie)).status]).toEqual([200, 401]);
  await signIn(stand, here.email, 'a better password');
  expect((await here.ask('PUT', '/me', { language: 'th', name: 'Nok' })).body.user).toMatchObject({
    language: 'th',
    name: 'Nok',
  });
  expect((await here.ask('POST', '/sign-out', { everywhere: true })).status).toBe(204);
  expect((await asMe(here.cookie)).status).toBe(401);
});

test('whoever came with the key has no account to change', async () => {
  expect((await stand.ask('PUT', '/me', { name: 'Key' })).body.code).toBe('no-account');
});

test('the last admin stays, whatever is tried', async () => {
  const ann = await addPerson(stand, 'admin', 'ann');
  for (const change of [{ role: 'viewer' }, { disabled: true }])
    expect((await stand.ask('PUT', `/users/${ann.id}`, change)).body.code).toBe('last-admin');
  expect((await stand.ask('DELETE', `/users/${ann.id}`)).body.code).toBe('last-admin');
  expect((await asMe(ann.cookie)).body.role).toBe('admin');
  const ben = await addPerson(stand, 'admin', 'ben');
  const deeds = await Promise.all([
    ann.ask('PUT', `/users/${ben.id}`, { role: 'viewer' }),
    ben.ask('DELETE', `/users/${ann.id}`),
  ]);
  expect(deeds.filter(({ status }) => status < 300).length).toBeLessThanOrEqual(1);
  const left = (await stand.ask('GET', '/users')).body;
  expect(left.filter(({ role }: { role: string }) => role === 'admin').length).toBeGreaterThanOrEqual(1);
});

test('an email belongs to one person', async () => {
  await addPerson(stand, 'agent', 'ann');
  const again = { name: 'Ann 2', email: ' ANN@SHOP.TEST', role: 'agent' };
  expect((await stand.ask('POST', '/users', again)).body.code).toBe('user-exists');
  expect((await stand.ask('PUT', '/users/nobody', { name: 'x' })).body.code).toBe('no-such-user');
});

test('nothing secret reaches the log or the list of people', async () => {
  const ann = await addPerson(stand, 'admin', 'ann');
  await expect(signIn(stand, ann.email, 'a wrong password')).rejects.toThrow();
  const told = JSON.stringify([stand.logged, (await stand.ask('GET', '/users')).body]);
  for (const secret of [ann.password, ann.cookie.split('=')[1] ?? '', KEY, 'argon2id', 'a wrong password'])
    expect(told).not.toContain(secret);
});
