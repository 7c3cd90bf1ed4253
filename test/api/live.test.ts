import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Present } from '../../server/live/presence.ts';
import type { News } from '../../server/runtime/ports.ts';
import { KEY, openStand, type Stand } from './stand.ts';

let stand: Stand;
let cookie: string;
const open: Socket[] = [];

beforeAll(async () => {
  stand = await openStand();
  const response = await fetch(`${stand.url}/?key=${KEY}`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(async () => {
  for (const socket of open) socket.close();
  await stand.close();
});

function connect(headers: Record<string, string>): Promise<Socket> {
  const socket = io(stand.url, { path: '/live', extraHeaders: headers, reconnection: false, forceNew: true });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', reject);
  });
}

const heard = (socket: Socket): Promise<News> => new Promise((resolve) => socket.once('news', resolve));
const status = (message: string): News => ({ type: 'status', number: 'n', message, rank: 'read', at: 1 });

test('only signed-in pages of this server may listen', async () => {
  await expect(connect({})).rejects.toThrow();
  await expect(connect({ cookie: 'sluice=x' })).rejects.toThrow();
  await expect(connect({ cookie, origin: 'https://evil.test' })).rejects.toThrow();
  expect((await connect({ cookie })).connected).toBe(true);
});

test('a page hears the rooms it follows', async () => {
  const { live } = stand;
  const page = await connect({ cookie });
  page.emit('follow', 'journal');
  page.emit('follow', { not: 'a room' });
  const news = heard(page);
  // The wish to follow may still be on its way.
  const again = setInterval(() => live.publish(status('m1')), 20);
  expect(await news).toEqual(status('m1'));
  clearInterval(again);
});

test('publishing never throws', () => {
  const { live } = stand;
  live.listen(() => {
    throw new Error('a listener that fails');
  });
  expect(() => live.publish(status('m2'))).not.toThrow();
});

test('whoever has a flow open hears who else has, and that it was saved', async () => {
  const [one, two] = [await connect({ cookie }), await connect({ cookie })];
  const present = (page: Socket): Promise<readonly Present[]> =>
    new Promise((resolve) =>
      page.once('present', (_flow: string, people: readonly Present[]) => resolve(people)),
    );
  const alone = present(one);
  one.emit('here', { flow: 'welcome', name: '  Mali \n K. ' });
  expect(await alone).toEqual([]);
  const [seenByOne, seenByTwo] = [present(one), present(two)];
  two.emit('here', { flow: 'welcome', node: 'ask-1', name: 'x'.repeat(500) });
  expect(await seenByTwo).toMatchObject([{ id: one.id, name: 'Mali K.' }]);
  expect(await seenByOne).toMatchObject([{ id: two.id, node: 'ask-1', name: 'x'.repeat(60) }]);
  const news = heard(one);
  one.emit('follow', 'flow:welcome');
  const again = setInterval(() => stand.live.publish({ type: 'flow', flow: 'welcome', revision: 2 }), 20);
  expect(await news).toEqual({ type: 'flow', flow: 'welcome', revision: 2 });
  clearInterval(again);
  const left = present(one);
  two.close();
  expect(await left).toEqual([]);
});

test('a page that says nonsense about where it is is nowhere', async () => {
  const page = await connect({ cookie });
  for (const nonsense of [
    7,
    'welcome',
    { flow: '../../etc' },
    { flow: { $ne: 1 } },
    { flow: 'x'.repeat(999) },
  ])
    page.emit('here', nonsense);
  const heardAt = new Promise<string>((resolve) => page.once('present', (flow: string) => resolve(flow)));
  page.emit('here', { flow: 'welcome', node: ['ask'] });
  expect(await heardAt).toBe('welcome');
});
