import { type CommandStartedEvent, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newConversation } from '../../nodes/contract/conversation.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import type { Store } from '../../server/store/store.ts';
import { openDatabase, type TestDatabase } from '../database.ts';

/** Every question the store can ask, with arguments that find something to look for. */
const questions: { readonly [name: string]: (store: Store) => Promise<unknown> } = {
  'conversations.load': ({ conversations }) => conversations.load('n:c'),
  'conversations.save, first': ({ conversations }) =>
    conversations.save({ conversation: newConversation('n', 'd'), pending: [], revision: 1, savedAt: 1 }),
  'conversations.save, later': ({ conversations }) =>
    conversations.save({ conversation: newConversation('n', 'd'), pending: [], revision: 2, savedAt: 2 }),
  'conversations.save, too late': ({ conversations }) =>
    conversations.save({ conversation: newConversation('n', 'd'), pending: [], revision: 2, savedAt: 3 }),
  'conversations.settle': ({ conversations }) =>
    conversations.settle({ conversation: newConversation('n', 'd'), pending: [], revision: 3, savedAt: 2 }),
  'conversations.settle, too late': ({ conversations }) =>
    conversations.settle({ conversation: newConversation('n', 'd'), pending: [], revision: 9, savedAt: 2 }),
  'conversations.abandoned': ({ conversations }) => Array.fromAsync(conversations.abandoned(10)),
  'conversations.due': ({ conversations }) => Array.fromAsync(conversations.due(10)),
  'conversations.list': ({ conversations }) => conversations.list({ owner: 'queue', limit: 5 }),
  'conversations.countInside': ({ conversations }) => conversations.countInside([{ id: 'f', version: 1 }]),
  'conversations.countInside, of several': ({ conversations }) => conversations.countInside(versions),
  'conversations.inside': ({ conversations }) => Array.fromAsync(conversations.inside(versions)),
  'contacts.load': ({ contacts }) => contacts.load('c'),
  'contacts.add': ({ contacts }) => contacts.add({ id: 'c', address: 'c', tags: [], fields: {} }, 1),
  'contacts.patch': ({ contacts }) =>
    contacts.patch('c', { addTags: ['a'], removeTags: ['b'], fields: { city: 'x' } }),
  'messages.receive': ({ messages }) => messages.receive([inbound, inbound]),
  'messages.receivedBy': ({ messages }) => Array.fromAsync(messages.receivedBy('p', 0)),
  'messages.note': ({ messages }) => messages.note({ ...outbound, rank: 'accepted', channelId: 'w' }),
  'messages.applyStatuses, by our id': ({ messages }) =>
    messages.applyStatuses([{ messageId: 'e/0', channelId: 'w', rank: 'read', at: 1 }]),
  'messages.applyStatuses, by theirs': ({ messages }) =>
    messages.applyStatuses([{ channelId: 'w', rank: 'read', at: 1 }]),
  'messages.get': ({ messages }) => messages.get('m'),
  'messages.rankOf': ({ messages }) => messages.rankOf('e/0'),
  'messages.of': ({ messages }) => messages.of('n:c', 5),
  'journal.record': ({ journal }) => journal.record(entry),
  'journal.latest': ({ journal }) => journal.latest(5),
  'journal.latest of one': ({ journal }) => journal.latest(5, 'n:c'),
  'journal.of': ({ journal }) => journal.of('n:c', 'j'),
  'journal.starts': ({ journal }) => journal.starts('f', { from: 0, until: 9 }),
  'shifts.beat': ({ shifts }) => shifts.beat('p', 1, 1),
  'shifts.silent': ({ shifts }) => shifts.silent(5),
  'shifts.end': ({ shifts }) => shifts.end('p', 1),
  'goals.reach': ({ goals }) =>
    goals.reach({ id: 'g', goal: 'lead', conversation: 'n:c', contact: 'c', at: 1 }),
  'goals.reached': ({ goals }) => goals.reached('f', { from: 0, until: 9 }),
  'flows.save, first': ({ flows }) => flows.save(flow),
  'flows.save, later': ({ flows }) => flows.save({ ...flow, revision: 2 }),
  'flows.get': ({ flows }) => flows.get('f'),
  'flows.list': ({ flows }) => flows.list(),
  'flows.arrange': ({ flows }) => flows.arrange(['f']),
  'flows.addVersion': ({ flows }) =>
    flows.addVersion({ ...flow.draft, flow: 'f', version: 1, name: 'F', order: 0, publishedAt: 1 }),
  'flows.version': ({ flows }) => flows.version({ id: 'f', version: 1 }),
  'flows.versions': ({ flows }) => flows.versions([{ id: 'f', version: 1 }]),
  'flows.live': ({ flows }) => flows.live(),
  'flows.moving': ({ flows }) => flows.moving(),
  'flows.moved': ({ flows }) => flows.moved('f', 1),
  'flows.remove': ({ flows }) => flows.remove('f'),
  'flowTests.put': ({ flowTests }) => flowTests.put(flowTest),
  'flowTests.get': ({ flowTests }) => flowTests.get('t'),
  'flowTests.of': ({ flowTests }) => flowTests.of('f'),
  'flowTests.remove': ({ flowTests }) => flowTests.remove('t'),
  'flowTests.removeOf': ({ flowTests }) => flowTests.removeOf('f'),
  'teams.put': ({ teams }) => teams.put({ id: 't', name: 'T' }),
  'teams.get': ({ teams }) => teams.get('t'),
  'teams.all': ({ teams }) => teams.all(),
  'teams.remove': ({ teams }) => teams.remove('t'),
  'media.add': ({ media }) =>
    media.add(
      { id: 'f', name: 'a.png', mime: 'image/png', kind: 'image', size: 1, createdAt: 1 },
      new Uint8Array([1]),
    ),
  'media.get': ({ media }) => media.get('f'),
  'media.read': ({ media }) => Array.fromAsync(media.read('f', 1)),
  'workspace.read': ({ workspace }) => workspace.read(),
  'workspace.write': ({ workspace }) =>
    workspace.write({
      timeZone: 'UTC',
      optOut: { stop: [], start: [], stopped: '', started: '' },
    }),
  'workspace.touch': ({ workspace }) => workspace.touch(),
  'workspace.revision': ({ workspace }) => workspace.revision(),
  'workspace.once': ({ workspace }) => workspace.once('k', 'v'),
  'users.add': ({ users }) => users.add(user),
  'users.get': ({ users }) => users.get('u'),
  'users.byEmail': ({ users }) => users.byEmail('u@shop.test'),
  'users.all': ({ users }) => users.all(),
  'users.any': ({ users }) => users.any(),
  'users.change': ({ users }) => users.change('u', { name: 'Una' }),
  'users.remove': ({ users }) => users.remove('u'),
  'signIns.add': ({ signIns }) =>
    signIns.add({ id: 's', user: 'u', createdAt: 1, seenAt: 1, expiresAt: 1e13, userAgent: '' }),
  'signIns.get': ({ signIns }) => signIns.get('s'),
  'signIns.seen': ({ signIns }) => signIns.seen('s', 2, 1e13),
  'signIns.end': ({ signIns }) => signIns.end('s'),
  'signIns.endOf': ({ signIns }) => signIns.endOf('u', 'other'),
};

const user = {
  id: 'u',
  email: 'u@shop.test',
  name: 'U',
  role: 'admin',
  password: '',
  createdAt: 1,
} as const;
const versions = [1, 2].map((version) => ({ id: 'f', version }));
const inbound = {
  id: 'm',
  conversation: 'n:c',
  number: 'n',
  contact: 'c',
  process: 'p',
  at: 1,
  sentAt: 1,
  message: { id: 'm', kind: 'text', text: 'x' },
  sender: {},
} as const;
const outbound = {
  id: 'e/0',
  conversation: 'n:c',
  number: 'n',
  contact: 'c',
  at: 1,
  direction: 'out',
  message: { kind: 'text', text: 'x' },
} as const;
const entry = {
  id: 'j',
  at: 1,
  conversation: 'n:c',
  number: 'n',
  contact: 'c',
  event: { id: 'j', at: 1, type: 'timerFired', effect: 'e/0' },
  path: [],
  effects: [],
  ended: [],
} as const;
const flow = {
  id: 'f',
  name: 'F',
  order: 0,
  draft: { graph: { nodes: [], edges: [] }, layout: {} },
  live: 1,
  latest: 1,
  revision: 1,
  updatedAt: 1,
};

const flowTest = { id: 't', flow: 'f', name: 'T', chat: '< hi\n', updatedAt: 1 };

let database: TestDatabase;
let client: MongoClient;
let store: Store;
let asked: Document[] = [];

beforeAll(async () => {
  database = await openDatabase();
  await createIndexes(database.db, indexes({ messages: 365, journal: 90 }));
  client = new MongoClient(database.uri, { monitorCommands: true, ignoreUndefined: true });
  client.on('commandStarted', ({ command }: CommandStartedEvent) => asked.push(command));
  store = mongoStore(client.db(database.db.databaseName), 'test');
});
afterAll(async () => {
  await client.close();
  await database.close();
});

test('every question of the store is in the table', () => {
  const all = Object.entries(store).flatMap(([room, methods]) =>
    Object.keys(methods).map((method) => `${room}.${method}`),
  );
  const named = Object.keys(questions).map((name) => name.split(/[, ]/)[0]);
  // Calendars, connections and numbers are kept in the same way as teams.
  const others = all.filter((name) => !/^(calendars|connections|numbers|numberHealth)\./.test(name));
  expect([...new Set(named)].sort()).toEqual(others.sort());
});

test.each(Object.entries(questions))('%s reads no more than an index tells it to', async (_name, ask) => {
  asked = [];
  await ask(store);
  const commands = asked.flatMap(explainable);
  expect(asked.length).toBeGreaterThan(0);
  for (const command of commands) {
    const plan = await database.db.command({ explain: command, verbosity: 'queryPlanner' });
    expect(stagesOf(plan), JSON.stringify(command)).not.toContain('COLLSCAN');
    expect(stagesOf(plan).length, JSON.stringify(plan)).toBeGreaterThan(0);
  }
});

/** The commands that look for something, one for each of their filters, as the planner can explain them. */
function explainable(command: Document): readonly Document[] {
  const { find, filter, sort, projection, findAndModify, query, aggregate, pipeline } = command;
  if (aggregate) return [{ find: aggregate, filter: pipeline[0].$match }];
  if (find) return [{ find, filter, ...(sort && { sort }), ...(projection && { projection }) }];
  if (findAndModify) return [{ find: findAndModify, filter: query }];
  const filters = [...(command['updates'] ?? []), ...(command['deletes'] ?? [])].map(({ q }: Document) => q);
  const collection = command['update'] ?? command['delete'];
  return filters.map((q) => ({ find: collection, filter: q }));
}

/** The stages of the winning plan, from the top down. */
function stagesOf(plan: Document): readonly string[] {
  const walk = (stage: Document | undefined): readonly string[] =>
    stage
      ? [String(stage['stage']), ...[stage['inputStage'], ...(stage['inputStages'] ?? [])].flatMap(walk)]
      : [];
  return walk(plan['queryPlanner']?.winningPlan);
}
