import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import { createVault } from '../../server/vault.ts';
import { percentile, report } from './figures.ts';
import { startGraphDouble } from './graph-double.ts';
import { sixNodes } from './six-nodes.ts';

/**
 * Messages end to end: a signed webhook in, a flow of six nodes, a message accepted by a double of the Graph API.
 * Open loop: messages come at their rate whether or not the ones before have been answered. Server, load and double
 * share the machine. RATES (a second) and SECONDS may be given in the environment.
 */
const RATES = (process.env['RATES'] ?? '500,800').split(',').map(Number);
const SECONDS = Number(process.env['SECONDS'] ?? 15);
const WARM_UP_SECONDS = 5;
const CONTACTS = 5_000;
const NUMBER = '2000001';
const SECRET_KEY = 'a key for the benchmark only';
const APP_SECRET = randomBytes(16).toString('hex');
const PORT = 34_517;

const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
const arrivals = new Map<string, number>();
const double = await startGraphDouble((text) => arrivals.set(text, performance.now()));
await furnish();
const server = await startServer();
const pool = new Pool(`http://127.0.0.1:${PORT}`, { connections: 64, pipelining: 1 });

try {
  await load(RATES[0] ?? 500, WARM_UP_SECONDS, 'warm');
  for (const rate of RATES) await measure(rate);
} finally {
  await pool.close();
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
  double.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(rate: number): Promise<void> {
  const cpuBefore = await cpuSeconds();
  const { webhooks, sent, lost } = await load(rate, SECONDS, `r${rate}`);
  const cpu = (await cpuSeconds()) - cpuBefore;
  const times = [...sent.values()];
  const facts = { rate, seconds: SECONDS };
  report('messages', 'end_to_end_ms_p50', percentile(times, 0.5), facts);
  report('messages', 'end_to_end_ms_p99', percentile(times, 0.99), facts);
  report('messages', 'webhook_ms_p50', percentile(webhooks, 0.5), facts);
  report('messages', 'webhook_ms_p99', percentile(webhooks, 0.99), facts);
  report('messages', 'answered_per_second', times.length / SECONDS, facts);
  report('messages', 'unanswered', lost, facts);
  if (cpu > 0) report('messages', 'server_cpu_ms_per_message', (cpu * 1_000) / times.length, facts);
}

/** Processor time that the server has used so far, all its threads together; 0 where the system does not tell. */
async function cpuSeconds(): Promise<number> {
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / 100;
}

interface Load {
  readonly webhooks: readonly number[];
  readonly sent: ReadonlyMap<string, number>;
  readonly lost: number;
}

async function load(rate: number, seconds: number, label: string): Promise<Load> {
  const started = performance.now();
  const due = new Map<string, number>();
  const webhooks: number[] = [];
  const calls: Promise<void>[] = [];
  const total = rate * seconds;
  for (let n = 0; n < total; ) {
    const soFar = ((performance.now() - started) / 1_000) * rate;
    for (; n < soFar && n < total; n += 1) {
      const text = `go ${label} ${n}`;
      // When it should have been sent counts, not when there was time to send it.
      const at = started + (n / rate) * 1_000;
      due.set(text, at);
      calls.push(post(text, n).then(() => void webhooks.push(performance.now() - at)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(calls);
  const until = performance.now() + 20_000;
  while (![...due.keys()].every((text) => arrivals.has(text)) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const sent = new Map(
    [...due].flatMap(([text, at]) => {
      const arrived = arrivals.get(text);
      return arrived === undefined ? [] : [[text, arrived - at] as const];
    }),
  );
  return { webhooks, sent, lost: total - sent.size };
}

async function post(text: string, n: number): Promise<void> {
  const from = String(66_800_000_000 + (n % CONTACTS));
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550001111', phone_number_id: NUMBER },
              contacts: [{ profile: { name: 'Ana' }, wa_id: from }],
              messages: [
                {
                  from,
                  id: `wamid.${text}`,
                  timestamp: String(Math.floor(Date.now() / 1_000)),
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  });
  const { statusCode, body: answer } = await pool.request({
    path: '/webhooks/whatsapp',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`,
    },
    body,
  });
  await answer.dump();
  if (statusCode !== 200) throw new Error(`the webhook answered ${statusCode}`);
}

async function furnish(): Promise<void> {
  const database = await openDatabase(readConfig({ DATA_DIR: folder }));
  const store = mongoStore(database.db, 'bench');
  const { seal } = createVault(SECRET_KEY);
  await store.numbers.put({
    id: NUMBER,
    account: '1',
    name: 'Bench',
    display: '+1 555 000 1111',
    token: seal('token'),
    appSecret: seal(APP_SECRET),
    perSecond: 100_000,
  });
  await store.flows.addVersion(sixNodes);
  const { graph, layout, flow: id, name, order } = sixNodes;
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
  await store.workspace.touch();
  await database.close();
}

function startServer(): Promise<ChildProcess> {
  const profile = process.env['PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['PROFILE']}`] : [];
  const child = spawn(
    process.execPath,
    [...profile, join(import.meta.dirname, '..', '..', 'server', 'main.ts')],
    {
      env: {
        ...process.env,
        PORT: String(PORT),
        DATA_DIR: folder,
        DEMO: '0',
        SECRET_KEY,
        GRAPH_API_URL: double.url,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve(child);
    });
  });
}
