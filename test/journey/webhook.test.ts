import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationView } from '../../server/api/contract.ts';
import { temporaryFolder } from '../database.ts';
import { type Drawing, NUMBER } from '../runtime/house.ts';
import { furnish, SECRET, SECRET_KEY } from './furnish.ts';
import { type MetaDouble, messageOf, signed, startMeta, statusOf } from './meta-double.ts';
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

const SEEN = { timeout: 30_000, interval: 25 };
let folder: string;
let meta: MetaDouble;
let server: ServerProcess;
let env: { readonly [name: string]: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  await furnish(folder, { echo });
  meta = await startMeta(NUMBER, SECRET, webhook);
  env = { DATA_DIR: folder, SECRET_KEY, DEMO: '0', GRAPH_API_URL: meta.url, RECONCILE_SECONDS: '2' };
  server = await startProcess(env);
});
afterAll(async () => {
  await server?.stop();
  meta.close();
  await rm(folder, { recursive: true, force: true });
});

const webhook = (): string => `${server.url}/webhooks/whatsapp`;
const said = (id: string, text: string) => ({ id, type: 'text', text: { body: text } });
const answersTo = (...texts: readonly string[]) =>
  texts.flatMap((text) => [`first ${text}`, `second ${text}`]).sort();
const given = (part: string) => meta.given.flatMap(({ text }) => (text.includes(part) ? [text] : [])).sort();

/** A conversation as the API shows it. */
async function conversation(contact: string): Promise<ConversationView> {
  const key = new URL(server.signInUrl).searchParams.get('key');
  const answer = await fetch(`${server.url}/api/v1/conversations/${NUMBER}:${contact}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ConversationView;
}

test('the same webhook five times at once is one message and one answer', async () => {
  const change = messageOf('66810000001', said('wamid.five', 'go five'));
  const answers = await Promise.all(Array.from({ length: 5 }, () => meta.posts([change])));
  expect(answers).toEqual([200, 200, 200, 200, 200]);
  await expect.poll(() => given('five').length, SEEN).toBe(2);
  expect(await meta.posts([change])).toBe(200);
  // Another message of the same person is answered after whatever the repetition might have caused.
  await meta.writes('66810000001', 'wamid.after', 'go after');
  await expect.poll(() => given('after').length, SEEN).toBe(2);
  expect(given('five')).toEqual(answersTo('go five'));
  const { messages } = await conversation('66810000001');
  expect(messages.filter(({ direction }) => direction === 'in')).toHaveLength(2);
});

test('one webhook with 200 updates of 100 people, in any order, serves each once', async () => {
  const people = Array.from({ length: 100 }, (_, i) => `6682000${1000 + i}`);
  const wamid = (round: string, person: string) => `wamid.${round}.${person}`;
  meta.isHasty = true;
  const begin = people.map((person) => messageOf(person, said(wamid('one', person), `go one ${person}`)));
  expect(await meta.posts(begin)).toBe(200);
  await expect.poll(() => given('go one').length, SEEN).toBe(200);
  await meta.settled();
  meta.isHasty = false;
  const first = meta.given.filter(({ text }) => text.startsWith('first go one '));
  // Read is told before delivered, and both between messages of others.
  const mixed = people.flatMap((person, n) => [
    statusOf(first[n]!, 'read'),
    messageOf(person, said(wamid('two', person), `go two ${person}`)),
  ]);
  expect(await meta.posts(mixed)).toBe(200);
  expect(await meta.posts(first.map((message) => statusOf(message, 'delivered')))).toBe(200);
  await expect.poll(() => given('go two').length, SEEN).toBe(200);
  await meta.settled();
  expect(given('go one')).toEqual(answersTo(...people.map((person) => `go one ${person}`)));
  expect(given('go two')).toEqual(answersTo(...people.map((person) => `go two ${person}`)));
  for (const person of [people[0]!, people[99]!])
    await expect
      .poll(() => ranks(person), SEEN)
      .toEqual({
        [`first go one ${person}`]: 'read',
        [`second go one ${person}`]: 'sent',
        [`first go two ${person}`]: 'sent',
        [`second go two ${person}`]: 'sent',
      });
}, 60_000);

/** How far each message to somebody has come, by its words. */
async function ranks(person: string): Promise<{ readonly [text: string]: string | undefined }> {
  const { messages } = await conversation(person);
  return Object.fromEntries(
    messages.flatMap(({ direction, message, rank }) =>
      direction === 'out' && message.kind === 'text' ? [[message.text, rank]] : [],
    ),
  );
}

test('what nobody signed, what is too large, too deep or no JSON is refused, and the server lives on', async () => {
  const post = async (body: string, headers: object = signed(body, SECRET)) => {
    const answer = await fetch(webhook(), { method: 'POST', body, headers: { ...headers } });
    const { code } = (await answer.json()) as { readonly code: string };
    return [answer.status, code];
  };
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  expect(await post('{}', {})).toEqual([401, 'webhook-signature']);
  expect(await post('{}', signed('{}', 'another secret'))).toEqual([401, 'webhook-signature']);
  expect(await post('{ }', signed('{}', SECRET))).toEqual([401, 'webhook-signature']);
  expect(await post(JSON.stringify({ object: 'x'.repeat(3 * 1024 * 1024) }))).toEqual([
    413,
    'webhook-too-large',
  ]);
  expect(await post(deep)).toEqual([400, 'webhook-too-deep']);
  expect(await post('{"object":')).toEqual([400, 'webhook-not-json']);
  await meta.writes('66810000002', 'wamid.alive', 'go alive');
  await expect.poll(() => given('alive').length, SEEN).toBe(2);
});

test('a kind of message that nobody knows is kept and shown as such', async () => {
  const strange = { id: 'wamid.strange', type: 'hologram', hologram: { depth: 3 } };
  expect(await meta.posts([messageOf('66810000003', strange)])).toBe(200);
  await expect
    .poll(async () => (await conversation('66810000003').catch(() => undefined))?.messages, SEEN)
    .toMatchObject([{ direction: 'in', message: { kind: 'unsupported', what: 'hologram' } }]);
});

test('settings that will not do are all named at once, and nothing is started', async () => {
  const wrong = { PORT: 'harbour', SECRET_KEY: 'short', LOG_LEVEL: 'loud', MONGODB_URI: 'mysql://x' };
  const said = await startProcess({ ...env, ...wrong }).then(String, ({ message }: Error) => message);
  expect(said).toContain('ended with 1');
  for (const name of Object.keys(wrong)) expect(said).toContain(`  ${name}=`);
  expect(said).not.toContain('short');
  expect(said).not.toMatch(/^\s+at /m);
});

test('a second server on the same data ends with a sentence, and the first does not mind', async () => {
  const said = await startProcess(env).then(String, ({ message }: Error) => message);
  expect(said).toContain('ended with 1');
  expect(said).toContain(`Another process uses the database in ${folder}`);
  await meta.writes('66810000004', 'wamid.still', 'go still');
  await expect.poll(() => given('still').length, SEEN).toBe(2);
});

test('a stop under load loses nothing that was taken', async () => {
  const taken: string[] = [];
  // Everybody writes on and on, until the server no longer takes it.
  const people = Array.from({ length: 20 }, async (_, person) => {
    for (let n = 0; ; n++) {
      const text = `go load ${person}.${n}.`;
      const message = said(`wamid.load.${person}.${n}`, text);
      const status = await meta.posts([messageOf(`66830${10_000 + person}`, message)]);
      if (status !== 200) return status;
      taken.push(text);
    }
  });
  await expect.poll(() => taken.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(200);
  expect(await server.stop()).toBe(0);
  for (const status of await Promise.all(people)) expect([503, undefined]).toContain(status);
  server = await startProcess(env);
  const wanted = answersTo(...taken);
  const known = new Set(wanted);
  await expect.poll(() => known.difference(new Set(given('go load'))).size, SEEN).toBe(0);
  await meta.settled();
  expect(given('go load').filter((text) => known.has(text))).toEqual(wanted);
}, 90_000);
