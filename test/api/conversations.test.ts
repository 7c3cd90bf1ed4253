import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;

const help = {
  spec: 2,
  name: 'Help',
  nodes: [
    { id: 'asks', type: 'keyword', v: 1, params: { keywords: ['help'] } },
    {
      id: 'people',
      type: 'hand-over',
      v: 1,
      params: { note: 'Wants help', priority: 'normal' },
    },
    { id: 'bye', type: 'send-message', v: 1, params: { messages: [{ text: 'Bye!' }] } },
  ],
  edges: [
    { from: 'asks', port: 'next', to: 'people' },
    { from: 'people', port: 'resolved', to: 'bye' },
  ],
};

beforeAll(async () => {
  stand = await openStand();
  await stand.ask('POST', '/numbers', {
    ...{ id: '100', account: '900', name: 'Shop', display: '1', token: 'good', appSecret: 's' },
  });
  await stand.ask('POST', '/flows?id=help', help);
  const { body } = await stand.ask('POST', '/flows/help/publish', {});
  expect(body.live).toBe(1);
});
afterAll(() => stand.close());

async function says(contact: string, text: string): Promise<void> {
  await stand.deps.intake.accept({
    messages: [
      {
        number: '100',
        sender: { address: contact, phone: contact, name: 'Ana' },
        at: Date.now(),
        message: { id: `wamid.${contact}.${text}`, kind: 'text', text },
      },
    ],
    statuses: [],
    notices: [],
  });
  // Serving begins in the next turns, and is then seen by `idle`.
  for (let n = 0; n < 20; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await stand.idle();
  }
}

const texts = () => stand.sent.map(({ message }) => ('text' in message ? message.text : message.kind));

test('the router explains what it would do, without doing it', async () => {
  const { body } = await stand.ask('POST', '/explain', { number: '100', text: 'I need help' });
  expect(body).toMatchObject({ to: 'start', winner: { flowName: 'Help', word: 'help' }, beaten: [] });
  expect(body.because).toContain('Help');
  expect((await stand.ask('POST', '/explain', { number: '100', text: 'hm' })).body.to).toBe('nobody');
  expect((await stand.ask('POST', '/explain', { number: '7', text: 'hm' })).status).toBe(404);
  expect((await stand.ask('POST', '/explain', { number: '100', text: ' ' })).status).toBe(422);
});

test('a customer waits, an agent takes, writes and gives back, and the flow goes on', async () => {
  await says('15550001', 'help');
  const waiting = await stand.ask('GET', '/conversations?owner=queue');
  const id = '100:15550001';
  expect(waiting.body).toMatchObject([{ id, contact: { name: 'Ana' }, owner: { is: 'queue' } }]);
  const path = `/conversations/${id}`;

  const claimed = await stand.ask('POST', `${path}/claim`, { agent: 'Mali' });
  expect(claimed.body.conversation.owner).toMatchObject({ is: 'agent', agent: 'Mali' });
  expect((await stand.ask('POST', `${path}/claim`, { agent: 'Bo' })).body.code).toBe('with-another-agent');
  expect((await stand.ask('POST', `${path}/messages`, { agent: 'Bo', text: 'Hi' })).status).toBe(409);

  const message = { agent: 'Mali', text: 'How can I help?', id: 'once' };
  await stand.ask('POST', `${path}/messages`, message);
  await stand.ask('POST', `${path}/messages`, message);
  await stand.idle();
  expect(texts().filter((text) => text === message.text)).toHaveLength(1);

  const released = await stand.ask('POST', `${path}/release`, { how: 'resolved', note: 'all well' });
  expect(released.body.conversation.owner.is).not.toBe('agent');
  await stand.idle();
  expect(texts()).toContain('Bye!');
  expect((await stand.ask('POST', `${path}/release`, { how: 'resolved' })).body.code).toBe('not-with-people');

  const { body } = await stand.ask('GET', path);
  expect(body.messages.map(({ direction }: { direction: string }) => direction)).toContain('in');
  expect(body.contact).toMatchObject({ name: 'Ana' });
  expect((await stand.ask('GET', `/journal?conversation=${id}&limit=2`)).body).toHaveLength(2);
});

test('a flow is started for a contact, once for one id', async () => {
  const begin = { number: '100', contact: '15550002', flow: 'help', id: 'start-1' };
  const { status, body } = await stand.ask('POST', '/conversations', begin);
  expect([status, body.conversation.owner.is]).toEqual([200, 'queue']);
  await stand.ask('POST', '/conversations', begin);
  await stand.idle();
  const { body: journal } = await stand.ask('GET', '/journal?conversation=100:15550002');
  expect(journal).toHaveLength(1);
  expect((await stand.ask('POST', '/conversations', { ...begin, flow: 'x' })).body.code).toBe('no-such-flow');
  await stand.ask('POST', '/flows?id=draft', { ...help, name: 'Draft' });
  expect((await stand.ask('POST', '/conversations', { ...begin, flow: 'draft' })).body.code).toBe(
    'flow-not-published',
  );
});

test('conversations that do not exist are problems', async () => {
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['POST', '/claim', { agent: 'Mali' }],
    ['POST', '/messages', { agent: 'Mali', text: 'Hi' }],
    ['POST', '/release', { how: 'resolved' }],
  ] as const)
    expect((await stand.ask(method, `/conversations/7:7${path}`, body)).status).toBe(404);
  expect(
    (await stand.ask('POST', '/conversations/7:7/release', { how: 'bored' })).body.errors[0].message,
  ).toBe('The field "how" must be one of resolved, nobody, timedOut, customerLeft.');
  expect((await stand.ask('GET', '/journal?limit=many')).status).toBe(422);
});

test('messages that nobody answers are counted', async () => {
  await says('15550003', 'what is the meaning of life');
  const text = await (await fetch(`${stand.url}/metrics`)).text();
  expect(text).toMatch(/sluice_messages_unmatched_total [1-9]/);
  expect(text).toMatch(/sluice_messages_total\{direction="out"\} [1-9]/);
});
