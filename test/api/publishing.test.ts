import { Ajv } from 'ajv';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '../../server/api/routes.ts';
import { carryOut } from '../../server/runtime/carry-out.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let id = '';
let counter = 0;
let ana = '';

beforeAll(async () => {
  stand = await openStand();
  const number = {
    id: '100',
    account: '900',
    name: 'Shop',
    display: '+1 555 0100',
    token: 'good',
    appSecret: 's',
  };
  await stand.ask('POST', '/numbers', { ...number, perSecond: 1000 });
});
afterAll(() => stand.close());
beforeEach(() => {
  counter += 1;
  id = `flow-${counter}`;
  // Somebody new, who is not in the middle of another test's flow.
  ana = `6681100${1000 + counter}`;
  stand.sent.splice(0);
});

type Asked = readonly [node: string, question: string];

/** Asks one thing after another. */
const asking = (...questions: readonly Asked[]) => ({
  name: id,
  nodes: [
    { id: 'start', type: 'keyword', v: 1, params: { keywords: [id] } },
    ...questions.map(([node, question]) => ({
      ...{ id: node, type: 'ask', v: 1, title: `The ${node}` },
      params: { question, saveAs: node },
    })),
  ],
  edges: [
    { from: 'start', port: 'next', to: questions[0]?.[0] },
    ...questions.slice(1).map(([to], i) => ({ from: questions[i]?.[0], port: 'answered', to })),
  ],
});

const ask = (method: string, path: string, body?: unknown) => stand.ask(method, `/flows/${id}${path}`, body);

async function publishFirst(...questions: readonly Asked[]): Promise<void> {
  await stand.ask('POST', `/flows?id=${id}`, asking(...questions));
  expect((await ask('POST', '/publish', { note: 'first' })).body).toMatchObject({ live: 1 });
}

async function edit(...questions: readonly Asked[]): Promise<void> {
  const { body } = await ask('GET', '');
  expect((await ask('PUT', '', { revision: body.revision, file: asking(...questions) })).status).toBe(200);
}

async function writes(text: string, from = ana): Promise<void> {
  counter += 1;
  await stand.deps.intake.accept({
    messages: [
      {
        number: '100',
        sender: { address: from, phone: from },
        at: Date.now(),
        message: { id: `wamid.${counter}`, kind: 'text', text },
      },
    ],
    statuses: [],
    notices: [],
  });
  await stand.idle();
}

async function bringAlong(): Promise<void> {
  const { store, workspace, clock, log, runtime } = stand.deps;
  await carryOut({ store, workspace, clock, log }, runtime);
  await stand.idle();
}

const said = (): readonly string[] =>
  stand.sent.splice(0).map(({ message }) => ('text' in message ? (message.text ?? '') : message.kind));

describe('the impact of a publishing', () => {
  test('tells who is inside, where, and where they would go', async () => {
    await publishFirst(['name', 'Name?'], ['age', 'Age?'], ['city', 'City?']);
    await writes(id);
    await writes(id, '66810000002');
    await writes('Bo', '66810000002');
    await edit(['age', 'How old?'], ['job', 'Job?']);
    const { body } = await ask('GET', '/impact');
    expect(body).toMatchObject({ people: 2, isWhole: true });
    const places = body.places.map((place: { node: string }) => [place.node, place]);
    expect(Object.fromEntries(places)).toMatchObject({
      name: {
        version: 1,
        title: 'The name',
        people: 1,
        away: 0,
        withAgents: 0,
        goes: { is: 'arrives', node: 'age' },
      },
      age: { version: 1, people: 1, goes: { is: 'stays' } },
    });
    const { answer } = routes.find(({ path }) => path === '/flows/:id/impact')!;
    expect(new Ajv({ strict: true }).validate(answer!, body)).toBe(true);
    expect((await ask('GET', '/impact?version=1')).body.places).toMatchObject([
      { goes: { is: 'stays' } },
      { goes: { is: 'stays' } },
    ]);
    expect((await ask('GET', '/impact?version=9')).status).toBe(404);
    expect((await ask('GET', '/impact?version=x')).status).toBe(422);
  });

  test('is refused as a ground to publish once the draft is another', async () => {
    await publishFirst(['name', 'Name?']);
    const { token } = (await ask('GET', '/impact')).body;
    await edit(['name', 'What is your name?']);
    expect(await ask('POST', '/publish', { token })).toMatchObject({
      status: 409,
      body: { code: 'stale-impact' },
    });
    expect((await ask('GET', '')).body.live).toBe(1);
    const fresh = (await ask('GET', '/impact')).body.token;
    expect((await ask('POST', '/publish', { token: fresh })).body.live).toBe(2);
  });
});

describe('those who are inside', () => {
  test('finish in the old version unless told otherwise', async () => {
    await publishFirst(['name', 'Name?'], ['age', 'Age?']);
    await writes(id);
    await edit(['name', 'Name?'], ['age', 'How old?']);
    await ask('POST', '/publish', {});
    await bringAlong();
    await writes('Ana');
    expect(said()).toEqual(['Name?', 'Age?']);
  });

  test('come along when they are moved', async () => {
    await publishFirst(['name', 'Name?'], ['age', 'Age?']);
    await writes(id);
    await edit(['name', 'Name?'], ['age', 'How old?']);
    await ask('POST', '/publish', { inside: { how: 'move' } });
    expect((await ask('GET', '/versions')).body.map(peopleIn)).toEqual([0, 1]);
    await bringAlong();
    expect((await ask('GET', '/versions')).body.map(peopleIn)).toEqual([1, 0]);
    await writes('Ana');
    expect(said()).toEqual(['Name?', 'How old?']);
  });

  test('go where the map says, and only where there is something', async () => {
    await publishFirst(['name', 'Name?'], ['age', 'Age?']);
    await writes(id);
    await edit(['age', 'Age?'], ['city', 'City?']);
    const lost = { how: 'move', map: { name: 'nowhere' } };
    expect(await ask('POST', '/publish', { inside: lost })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ field: 'inside.map.name' }] },
    });
    for (const odd of ['$set', 'a.b', '', 'x'.repeat(65)]) {
      const { status, body } = await ask('POST', '/publish', {
        inside: { how: 'move', map: { [odd]: 'city' } },
      });
      expect([status, body.code]).toEqual([422, 'invalid']);
    }
    await ask('POST', '/publish', { inside: { how: 'move', map: { name: 'city' } } });
    await bringAlong();
    expect(said()).toEqual(['Name?', 'City?']);
  });

  test('begin again when a roll-back restarts them', async () => {
    await publishFirst(['name', 'Name?']);
    await edit(['name', 'Who are you?']);
    await ask('POST', '/publish', {});
    await writes(id);
    const { body } = await ask('POST', '/publish', { version: 1, note: 'back', inside: { how: 'restart' } });
    expect(body).toMatchObject({ live: 3, changed: true });
    await bringAlong();
    await bringAlong();
    expect(said()).toEqual(['Who are you?', 'Name?']);
  });

  test('are asked about in words that are known', async () => {
    await publishFirst(['name', 'Name?']);
    expect(await ask('POST', '/publish', { inside: { how: 'vanish' } })).toMatchObject({ status: 422 });
    expect(await ask('POST', '/publish', { inside: {} })).toMatchObject({ status: 422 });
  });
});

const peopleIn = ({ people }: { readonly people: number }): number => people;

describe('versions', () => {
  test('tell when, with what note, and how many are inside', async () => {
    await publishFirst(['name', 'Name?']);
    await writes(id);
    said();
    expect((await ask('GET', '/versions')).body).toMatchObject([
      {
        version: 1,
        note: 'first',
        live: true,
        people: 1,
        publishedAt: expect.any(Number),
        publishedBy: { name: 'Admin key' },
      },
    ]);
  });

  test('are compared with each other and with the draft', async () => {
    await publishFirst(['name', 'Name?'], ['age', 'Age?']);
    await edit(['name', 'Who?'], ['city', 'City?']);
    const { body } = await ask('GET', '/compare?from=1&to=draft');
    expect(body.diff.nodes).toMatchObject([
      { node: 'name', is: 'changed', fields: [{ path: 'question', before: 'Name?', after: 'Who?' }] },
      { node: 'city', is: 'added' },
      { node: 'age', is: 'removed' },
    ]);
    expect([body.from.version, body.to.version]).toEqual([1, undefined]);
    const { answer } = routes.find(({ path }) => path === '/flows/:id/compare')!;
    expect(new Ajv({ strict: true }).validate(answer!, body)).toBe(true);
    expect((await ask('GET', '/compare?from=1&to=7')).status).toBe(404);
    expect((await ask('GET', '/compare?from=1&to=-3')).status).toBe(422);
    expect((await ask('GET', '/compare?from=1')).status).toBe(422);
  });

  test('of testers are not shown', async () => {
    await publishFirst(['name', 'Name?']);
    expect((await ask('GET', '/versions/-1')).status).toBe(404);
    expect((await ask('GET', '/versions/one')).status).toBe(404);
  });
});

describe('test numbers', () => {
  test('get the draft on a real phone, and the answer says why if they do not', async () => {
    await publishFirst(['name', 'Name?']);
    await edit(['name', 'Draft name?']);
    const given = ['+66 81 999 0000', '0066819990000'];
    const put = await stand.ask('PUT', '/numbers/100', { testers: given });
    expect([put.status, put.body.testers]).toEqual([200, ['66819990000']]);
    expect((await ask('GET', '/trial')).body).toMatchObject({
      gets: 'draft',
      numbers: [{ id: '100', display: '+1 555 0100', testers: ['66819990000'], answers: true }],
    });
    await writes(id, '66819990000');
    await writes(id, '66810000077');
    expect(said()).toEqual(['Draft name?', 'Name?']);
    await edit(['name', '']);
    expect((await ask('GET', '/trial')).body).toMatchObject({
      gets: 'live',
      because: expect.stringContaining('error'),
    });
    await writes(id, '66819990000');
    expect((await stand.ask('PUT', '/numbers/100', { testers: [] })).body.testers).toEqual([]);
  });

  test('must be phone numbers', async () => {
    for (const wrong of ['081 999 0000', 'Ana', '12', '+66 81 999 0000 0000 00'])
      expect(await stand.ask('PUT', '/numbers/100', { testers: [wrong] })).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ field: 'testers.0' }] },
      });
    const many = Array.from({ length: 51 }, (_, n) => `6681999${1000 + n}`);
    expect((await stand.ask('PUT', '/numbers/100', { testers: many })).status).toBe(422);
  });
});
