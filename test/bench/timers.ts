import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversation, newConversation } from '../../nodes/contract/conversation.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database.ts';
import { createJobs } from '../../server/jobs/agenda.ts';
import { createLog } from '../../server/log.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import type { Ports } from '../../server/runtime/ports.ts';
import { createRuntime } from '../../server/runtime/runtime.ts';
import { wakeDue } from '../../server/runtime/wake-due.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import { percentile, report } from './figures.ts';

/**
 * How late timers fire: 200 a second come due while PENDING others wait for a time far off. Each wakes a real
 * conversation, whose session says something; what counts is when that reaches the channel.
 */
const PENDING = Number(process.env['PENDING'] ?? 100_000);
const PER_SECOND = 200;
const SECONDS = 10;
const HEAD_START_MS = 15_000;
const FLOW = 'patient';

const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
const database = await openDatabase(readConfig({ DATA_DIR: folder }));
await createIndexes(database.db, indexes({ messages: 365, journal: 90 }));
const processId = randomUUID();
const store = mongoStore(database.db, processId);
const log = createLog('warn');
const jobs = createJobs(database.db, processId, log);
const due = new Map<string, number>();
const lateness: number[] = [];
await publish();
const around = await ports();
const runtime = createRuntime(around);

const later = Date.now() + 30 * 86_400_000;
await inBatches(PENDING, async (n) => {
  const conversation = waiting(PER_SECOND * SECONDS + n, later);
  await store.conversations.save({ conversation, pending: [], revision: 1, savedAt: 0 });
});
const first = Date.now() + HEAD_START_MS;
await inBatches(PER_SECOND * SECONDS, async (n) => {
  const at = first + (n / PER_SECOND) * 1_000;
  due.set(String(n), at);
  await store.conversations.save({ conversation: waiting(n, at), pending: [], revision: 1, savedAt: 0 });
});
await jobs.start({
  wakeDue: () => wakeDue(around, runtime),
  sweep: async () => undefined,
  carryOut: async () => undefined,
});
while (lateness.length < due.size && Date.now() < first + (SECONDS + 20) * 1_000)
  await new Promise((resolve) => setTimeout(resolve, 100));

const facts = { pending: PENDING, rate: PER_SECOND, seconds: SECONDS };
report('timers', 'late_ms_p50', percentile(lateness, 0.5), facts);
report('timers', 'late_ms_p99', percentile(lateness, 0.99), facts);
report('timers', 'late_ms_most', Math.max(...lateness), facts);
report('timers', 'not_fired', due.size - lateness.length, facts);

await jobs.stop();
await runtime.idle();
await runtime.stop();
await database.close();
await rm(folder, { recursive: true, force: true });

async function inBatches(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 200)
    await Promise.all(Array.from({ length: Math.min(200, count - n) }, (_, i) => work(n + i)));
}

function waiting(n: number, at: number): Conversation {
  return {
    ...newConversation('number', String(n)),
    owner: { is: 'bot' },
    lastInboundAt: Date.now(),
    session: {
      id: `s${n}`,
      flow: { id: FLOW, version: 1 },
      vars: {},
      stack: [],
      startedAt: 0,
      pauses: 1,
      position: {
        is: 'waiting',
        node: 'ask',
        on: 'reply',
        effects: [`e${n}/0`],
        timers: [{ effect: `e${n}/0`, at }],
        since: 0,
      },
    },
  };
}

async function publish(): Promise<void> {
  const graph = {
    nodes: [
      { id: 'start', type: 'any-message', v: 1, params: {} },
      {
        id: 'ask',
        type: 'ask',
        v: 2,
        params: { question: 'Well?', saveAs: 'well', noReply: { after: '30m' } },
      },
      { id: 'say', type: 'send-message', v: 1, params: { messages: [{ text: 'Nobody there.' }] } },
    ],
    edges: [
      { from: 'start', port: 'next', to: 'ask' },
      { from: 'ask', port: 'noReply', to: 'say' },
    ],
  };
  const draft = { graph, layout: {} };
  await store.flows.addVersion({ ...draft, flow: FLOW, version: 1, name: FLOW, order: 0, publishedAt: 0 });
  await store.flows.save({
    id: FLOW,
    name: FLOW,
    order: 0,
    draft,
    live: 1,
    latest: 1,
    revision: 1,
    updatedAt: 0,
  });
  await store.numbers.put({
    id: 'number',
    account: '1',
    name: 'Bench',
    display: '+1 555 000 1111',
    token: { sealed: '' },
    appSecret: { sealed: '' },
    perSecond: 10_000,
  });
}

async function ports(): Promise<Ports> {
  return {
    processId,
    store,
    workspace: await openWorkspace(store, await loadNodeTypes(), ({ sealed }) => sealed),
    channel: {
      send: async (_number, to, _message, id) => {
        lateness.push(Date.now() - (due.get(to.phone ?? '') ?? 0));
        return { channelId: id };
      },
      markRead: async () => undefined,
    },
    outside: { request: async () => ({ status: 404, body: null }) },
    live: { publish: () => undefined },
    log,
    clock: Date.now,
    reconcileMs: 20_000,
  };
}
