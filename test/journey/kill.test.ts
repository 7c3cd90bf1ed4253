import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../database.ts';
import { type Drawing, NUMBER } from '../runtime/house.ts';
import { furnish, SECRET, SECRET_KEY } from './furnish.ts';
import { type MetaDouble, startMeta } from './meta-double.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

/** Every answer names the message it answers, so that one lost or said twice is seen. */
const echo: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['go'] }],
    first: [
      'send-message',
      { messages: [{ text: 'first {{ message.text }}' }, { text: 'second {{ message.text }}' }] },
    ],
  },
  edges: ['start.next → first'],
};

const patient: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['wait'] }],
    ask: ['ask', { question: 'Well?', saveAs: 'well', noReply: { after: '2s' } }],
    silent: ['send-message', { messages: [{ text: 'Nobody there.' }] }],
  },
  edges: ['start.next → ask', 'ask.noReply → silent'],
};

let folder: string;
let meta: MetaDouble;
let server: ServerProcess | undefined;
let env: { readonly [name: string]: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  meta = await startMeta(NUMBER, SECRET, () => `${server?.url ?? 'http://127.0.0.1:9'}/webhooks/whatsapp`);
  env = { DATA_DIR: folder, SECRET_KEY, DEMO: '0', GRAPH_API_URL: meta.url, RECONCILE_SECONDS: '2' };
  await furnish(folder, { echo, patient });
});
afterAll(async () => {
  await server?.stop();
  meta.close();
});

test('killed again and again in mid-conversation, it loses no message and answers none twice', async () => {
  const people = Array.from({ length: 8 }, (_, i) => `6681000${1000 + i}`);
  const rounds = [0, 1, 2, 3];
  const said: string[] = [];
  for (const round of rounds) {
    server = await startProcess(env);
    const taken = people.map((person) => {
      const text = `go ${round} ${person}`;
      said.push(text);
      return meta.writes(person, `wamid.${text}`, text);
    });
    // The kill falls when the first answers are on their way, each round at another point.
    await expect
      .poll(() => meta.given.length, { interval: 1, timeout: 20_000 })
      .toBeGreaterThan(round * 16 + round * 3);
    await server.kill();
    void taken;
  }
  server = await startProcess(env);
  await expect
    .poll(() => meta.given.length, { interval: 50, timeout: 40_000 })
    .toBeGreaterThanOrEqual(said.length * 2);
  await meta.settled();
  const expected = said.flatMap((text) => [`first ${text}`, `second ${text}`]).sort();
  expect(meta.given.map(({ text }) => text).sort()).toEqual(expected);
  for (const person of people) expect(inOrder(person)).toBe(true);
}, 120_000);

/** Each person got the second half of an answer after the first. */
function inOrder(person: string): boolean {
  const texts = meta.given.filter(({ to }) => to === person).map(({ text }) => text);
  return texts.every(
    (text, i) => !text.startsWith('second') || texts.indexOf(text.replace('second', 'first')) < i,
  );
}

test('killed while a timer runs, it does not forget it', async () => {
  await meta.writes('66810009999', 'wamid.timer', 'wait');
  await expect.poll(() => meta.given.some(({ text }) => text === 'Well?'), { timeout: 20_000 }).toBe(true);
  await server?.kill();
  server = await startProcess(env);
  await expect
    .poll(() => meta.given.filter(({ text }) => text === 'Nobody there.').length, { timeout: 20_000 })
    .toBe(1);
  expect(await server.stop()).toBe(0);
  server = undefined;
  expect(meta.given.filter(({ text }) => text === 'Nobody there.')).toHaveLength(1);
}, 60_000);
