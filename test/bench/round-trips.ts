import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../server/embedded/start.ts';
import { createIntake } from '../../server/runtime/intake.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import type { Ports } from '../../server/runtime/ports.ts';
import { createRuntime } from '../../server/runtime/runtime.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import { report } from './figures.ts';
import { sixNodes } from './six-nodes.ts';

/** How many commands go to the database for each message, at several rates; batches make them fewer as it gets busy. */
const RATES = [50, 500, 1_000];
const SECONDS = 5;
const CONTACTS = 500;
const NUMBER = 'number';

const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
const embedded = await startEmbedded({ folder });
const client = await new MongoClient(embedded.uri, {
  monitorCommands: true,
  ignoreUndefined: true,
}).connect();
let commands = 0;
client.on('commandStarted', () => {
  commands += 1;
});
const db = client.db('bench');
await createIndexes(db, indexes({ messages: 365, journal: 90 }));
const store = mongoStore(db, 'bench');
await furnish();
const quiet = () => undefined;
const ports: Ports = {
  processId: 'bench',
  store,
  workspace: await openWorkspace(store, await loadNodeTypes(), ({ sealed }) => sealed),
  channel: {
    send: async (_number, _to, _message, id) => ({ channelId: id }),
    markRead: async () => undefined,
  },
  outside: { request: async () => ({ status: 404, body: null }) },
  live: { publish: quiet },
  log: { info: quiet, warn: quiet, error: quiet },
  clock: Date.now,
  reconcileMs: 20_000,
};
const runtime = createRuntime(ports);
const intake = createIntake(ports, runtime);

await send(500, 'warm');
for (const rate of RATES) {
  const before = commands;
  await send(rate, `r${rate}`);
  report('round-trips', 'commands_per_message', (commands - before) / (rate * SECONDS), { rate });
}
await runtime.stop();
await client.close();
await embedded.close();
await rm(folder, { recursive: true, force: true });

async function send(rate: number, label: string): Promise<void> {
  const started = performance.now();
  const taken: Promise<void>[] = [];
  for (let n = 0; n < rate * SECONDS; ) {
    for (
      const soFar = ((performance.now() - started) / 1_000) * rate;
      n < soFar && n < rate * SECONDS;
      n += 1
    )
      taken.push(intake.accept({ messages: [inbound(n, label)], statuses: [], notices: [] }));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(taken);
  await runtime.idle();
}

function inbound(n: number, label: string) {
  const address = String(66_800_000_000 + (n % CONTACTS));
  return {
    number: NUMBER,
    sender: { address, phone: address, name: 'Ana' },
    at: Date.now(),
    message: { id: `${label}.${n}`, kind: 'text', text: `go ${n}` },
  } as const;
}

async function furnish(): Promise<void> {
  await store.numbers.put({
    id: NUMBER,
    account: '1',
    name: 'Bench',
    display: '+1 555 000 1111',
    token: { sealed: '' },
    appSecret: { sealed: '' },
    perSecond: 100_000,
  });
  const { graph, layout, flow: id, name, order } = sixNodes;
  await store.flows.addVersion(sixNodes);
  await store.flows.save({
    id,
    name,
    order,
    draft: { graph, layout },
    live: 1,
    latest: 1,
    revision: 1,
    updatedAt: 0,
  });
}
