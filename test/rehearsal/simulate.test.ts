import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const FLOW = 'flows-examples/order-status/flow.json';
const CHAT = 'flows-examples/order-status/on-its-way.chat';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chats-'));
});
afterAll(() => rm(folder, { recursive: true }));

const simulate = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['server/simulate.ts', ...args],
      { env: { ...process.env, UPDATE: '', ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const chat = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

test('ends with 0 and says ok when every chat holds', async () => {
  const { code, out } = await simulate([FLOW, CHAT, 'flows-examples/order-status/silence.chat']);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.slice(-4)),
  ).toEqual([': ok', ': ok']);
  expect(code).toBe(0);
});

test('shows the difference and ends with 1 when a chat went differently', async () => {
  const { code, out } = await simulate([FLOW, await chat('wrong.chat', '< my order\n> Which one?\n')]);
  expect(code).toBe(1);
  expect(out).toContain('- > Which one?\n+ > What is your order number?');
  expect(out).not.toContain('\u001b[');
});

test('prints journal and messages as JSON', async () => {
  const { code, out } = await simulate([FLOW, await chat('plain.chat', '< my order\n'), '--json']);
  const { holds, journal, messages } = JSON.parse(out);
  expect([code, holds]).toEqual([1, false]);
  expect(journal[0]).toMatchObject({ to: 'start', event: { type: 'messageReceived' } });
  expect(messages.map(({ from }: { from: string }) => from)).toEqual(['contact', 'us']);
});

test('explains on request where messages went', async () => {
  const { code, out } = await simulate([FLOW, CHAT, '--explain']);
  expect(out).toContain('? The waiting question gets the answer.');
  expect(code).toBe(0);
});

test('rewrites a chat with UPDATE=1', async () => {
  const path = await chat('rewrite.chat', '< my order\n');
  expect((await simulate([FLOW, path], { UPDATE: '1' })).code).toBe(0);
  expect(await readFile(path, 'utf8')).toMatch(/^< my order\n> What is your order number\?/);
  expect((await simulate([FLOW, path])).code).toBe(0);
});

test('says in a sentence what it cannot read, and ends with 2', async () => {
  const damaged = await chat(
    'damaged.json',
    '{"spec": 2, "name": "x", "nodes": [{"id": "a", "type": "dance"}]}',
  );
  const lonely = await chat('lonely.chat', 'with nowhere.json\n\n< hi\n');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Name a flow file/],
    [['--dance', FLOW, CHAT], /--dance/],
    [['nowhere.json', CHAT], /nowhere\.json: there is no such file/],
    [[FLOW, 'nowhere.chat'], /nowhere\.chat: there is no such file/],
    [[FLOW, lonely], /nowhere\.json: there is no such file/],
    [[damaged, CHAT], /damaged\.json: .*dance/],
  ];
  for (const [args, sentence] of cases) {
    const { code, err, out } = await simulate(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n {4}at /);
  }
});

test('helps', async () => {
  const { code, out } = await simulate(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('npm run simulate -- FLOW.json CHAT.chat');
});
