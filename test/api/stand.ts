import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import type { OutboundMessage } from '../../nodes/contract/message.ts';
import { createAccess } from '../../server/api/access/access.ts';
import { doorkeeper } from '../../server/api/access/doorkeeper.ts';
import { createApp } from '../../server/api/app.ts';
import type { ApiDeps } from '../../server/api/deps.ts';
import { createNumberWatch } from '../../server/api/numbers/number-watch.ts';
import { SendFailure } from '../../server/channels/channel.ts';
import { demoWorkspace } from '../../server/demo/workspace.ts';
import { createExamples } from '../../server/examples.ts';
import { keepTests } from '../../server/flow-tests.ts';
import { attachLive, type LiveHub } from '../../server/live/sockets.ts';
import { createIntake } from '../../server/runtime/intake.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import type { Log, Ports } from '../../server/runtime/ports.ts';
import { createRuntime } from '../../server/runtime/runtime.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import type { Sealed } from '../../server/store/store.ts';
import { createTallies } from '../../server/tallies.ts';
import { openDatabase } from '../database.ts';

/** The secret of the app of the number 100. */
export const SECRET = '0123456789abcdef0123456789abcdef';
export const KEY = 'the-key-of-this-test';

/** A whole server on a port of its own, with a channel that only writes down what it was given. */
export interface Stand {
  readonly url: string;
  readonly deps: ApiDeps;
  readonly live: LiveHub;
  readonly sent: { readonly to: string; readonly message: OutboundMessage }[];
  readonly logged: { readonly level: string; readonly fact: object; readonly sentence: string }[];
  /** Asks the API with the key. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Everything that has been begun is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export async function openStand(change: Partial<ApiDeps> = {}): Promise<Stand> {
  const database = await openDatabase();
  const editorFolder = await builtPages();
  const logged: Stand['logged'] = [];
  const sent: Stand['sent'] = [];
  const log = logInto(logged);
  const server = createServer();
  await createIndexes(database.db, indexes({ messages: 365, journal: 90 }));
  const store = mongoStore(database.db, 'test');
  const access = createAccess(KEY, store, change.clock ?? Date.now);
  const live = attachLive(server, doorkeeper(access));
  const types = await loadNodeTypes();
  const vault = {
    seal: (text: string): Sealed => ({ sealed: Buffer.from(text).toString('base64') }),
    open: ({ sealed }: Sealed) => Buffer.from(sealed, 'base64').toString(),
  };
  const workspace = await openWorkspace(store, types, vault.open);
  const ports: Ports = {
    processId: 'test',
    store,
    workspace,
    channel: {
      send: async (_number, { phone = '' }, message, id) => {
        sent.push({ to: phone, message });
        return { channelId: `wamid.${id}` };
      },
      markRead: async () => undefined,
    },
    outside: { request: async () => ({ status: 200, body: null }) },
    live,
    log,
    clock: Date.now,
    reconcileMs: 0,
  };
  const runtime = createRuntime(ports);
  const deps: ApiDeps = {
    store,
    workspace,
    runtime,
    intake: createIntake(ports, runtime),
    types,
    vault,
    access,
    log,
    clock: Date.now,
    live,
    graph,
    numberWatch: createNumberWatch({ store, live, log, clock: Date.now }),
    virtualNumbers: { connect: async () => undefined, disconnect: async () => undefined },
    outside: ports.outside,
    tallies: createTallies(store, Date.now),
    examples: createExamples('flows-examples', types, {
      furniture: { calendars: demoWorkspace.calendars, teams: demoWorkspace.teams, connections: [] },
      onImported: async (flow, chats) => void (await keepTests(store, flow, chats, { at: Date.now() })),
    }),
    webhook: { verifyToken: 'agreed', secrets: () => ['house-secret'] },
    publicUrl: () => 'http://sluice.test',
    mounts: [{ path: '/simulator', router: smallMount(), open: ['/graph'] }],
    editorFolder,
    version: '0.0.0-test',
    ...change,
  };
  server.on('request', createApp(deps));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    deps,
    live,
    sent,
    logged,
    ask: (method, path, body) => ask(`${url}/api/v1${path}`, method, body),
    idle: () => runtime.idle(),
    close: async () => {
      await runtime.idle();
      await runtime.stop();
      await live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      await rm(editorFolder, { recursive: true });
    },
  };
}

async function ask(url: string, method: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** WhatsApp knows the number 100 of the account 900 with the token `good`, and sends the webhooks of account 900 to our app. */
const graph: ApiDeps['graph'] = {
  findNumber: async ({ id, token }) => {
    if (token !== 'good') throw new SendFailure('blocked', 'bad-access', 'The access token has expired.');
    return { id, phone: '+1 555 0100', name: 'Test shop', quality: 'GREEN' };
  },
  listNumbers: async ({ id, token }) => {
    if (token !== 'good' || id !== '900') throw new SendFailure('refused', '100', 'There is no such object.');
    return [{ id: '100', phone: '+1 555 0100' }];
  },
  messagingLimit: async () => 2_000,
  proveSecret: async (_number, secret) => (secret === SECRET ? 'right' : 'wrong'),
  listSubscriptions: async ({ id }) => (id === '900' ? [{ app: '7', name: 'Shop app' }] : []),
  subscribe: async () => undefined,
};

async function builtPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-pages-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, 'phone'));
  await writeFile(join(folder, 'index.html'), '<title>the editor</title>');
  await writeFile(join(folder, 'phone/index.html'), '<title>the phone</title>');
  await writeFile(join(folder, 'assets/a-123.js'), 'export {};');
  return folder;
}

function smallMount(): Router {
  const router = Router();
  router.all(['/graph/me', '/api/phones'], (_request, response) => void response.json({ here: true }));
  return router;
}

function logInto(logged: Stand['logged']): Log {
  const at = (level: string) => (fact: object, sentence: string) =>
    void logged.push({ level, fact, sentence });
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
