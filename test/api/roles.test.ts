import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed } from '../../server/api/access/gate.ts';
import { permissionsOf, ROLES, type Role } from '../../server/api/permissions.ts';
import { routes } from '../../server/api/routes.ts';
import { addPerson, askWith, type Person } from './people.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
const people = new Map<Role, Person>();

beforeAll(async () => {
  stand = await openStand({
    mounts: [],
  });
  for (const role of ROLES) people.set(role, await addPerson(stand, role));
});
afterAll(() => stand.close());

/** A path to nothing, and a body that no route takes: whoever is let in is refused for another reason. */
const address = (path: string) => path.replace(/:\w+/g, '999');
const NONSENSE = { 'no such field': true };

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    const method = route.method.toUpperCase();
    const body = route.body === undefined ? undefined : NONSENSE;

    test.each(ROLES)('asked by: %s', async (role) => {
      const { needs } = route;
      const { status, body: answer } = (await people.get(role)?.ask(method, address(route.path), body)) ?? {};
      const isRefused = status === 403 && answer.code === 'not-allowed';
      const wanted = needs === 'open' || isAllowed({ kind: 'user', role } as never, needs);
      expect([status, isRefused]).toEqual([status, !wanted]);
      if (!isRefused) expect(status).not.toBe(401);
    });

    test('asked by nobody', async () => {
      const { status } = await askWith(stand, {}, method, address(route.path), body);
      expect(status === 401).toBe(route.needs !== 'open');
    });
  },
);

test('what a role may do grows from viewer to admin, and a refusal says what is missing', async () => {
  expect(permissionsOf('viewer')).toEqual(['workspace.read', 'self.edit']);
  for (const role of ROLES)
    expect(permissionsOf('admin')).toEqual(expect.arrayContaining([...permissionsOf(role)]));
  const refused = await people.get('viewer')?.ask('POST', '/flows', '{}');
  expect(refused?.body.detail).toBe(
    'The role viewer may not change flows. An admin can give you another role.',
  );
});

test.each(ROLES)('%s sees pages, and the phone only if customers or flows are their work', async (role) => {
  const headers = { cookie: people.get(role)?.cookie ?? '', accept: 'text/html' };
  const get = async (path: string) => (await fetch(`${stand.url}${path}`, { headers })).status;
  expect(await get('/flows/one')).toBe(200);
  expect(await get('/simulator')).toBe(role === 'viewer' ? 403 : 200);
  const far = { ...headers, 'x-forwarded-for': '203.0.113.5' };
  const metrics = await fetch(`${stand.url}/metrics`, { headers: far });
  expect(metrics.status).toBe(role === 'admin' ? 200 : 403);
});

test.each(ROLES)('%s hears what happens only if they may read it', async (role) => {
  const socket = io(stand.url, {
    path: '/live',
    extraHeaders: { cookie: people.get(role)?.cookie ?? '' },
    reconnection: false,
    forceNew: true,
  });
  const isIn = await new Promise((resolve) => {
    socket.on('connect', () => resolve(true));
    socket.on('connect_error', () => resolve(false));
  });
  socket.close();
  expect(isIn).toBe(role !== 'viewer');
});

test('who is signed out is not listened to any more, and their open line ends', async () => {
  const person = await addPerson(stand, 'agent', 'leaver');
  const socket = io(stand.url, {
    path: '/live',
    extraHeaders: { cookie: person.cookie },
    reconnection: false,
    forceNew: true,
  });
  await new Promise((resolve) => socket.on('connect', () => resolve(true)));
  const ended = new Promise((resolve) => socket.on('disconnect', resolve));
  expect((await person.ask('POST', '/sign-out', {})).status).toBe(204);
  expect(await ended).toBe('io server disconnect');
  expect((await person.ask('GET', '/me')).status).toBe(401);
});
