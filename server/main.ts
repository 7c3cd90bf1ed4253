import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './api/app.ts';
import { byNumber } from './channels/by-number.ts';
import { createGraphClient, type GraphClient } from './channels/whatsapp/client.ts';
import { type Config, readConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { crmRecords } from './demo/crm-records.ts';
import { crmRouter } from './demo/crm-router.ts';
import { demoTemplates, furnitureOf, isEmpty, moveCrm, seed } from './demo/seed.ts';
import { demoWorkspace } from './demo/workspace.ts';
import { type Door, openDoor } from './door.ts';
import { createExamples } from './examples.ts';
import { createJobs } from './jobs/agenda.ts';
import { attachLive } from './live/sockets.ts';
import { createLog } from './log.ts';
import { createOutside } from './outside/outside.ts';
import { createIntake, type Intake } from './runtime/intake.ts';
import { loadNodeTypes } from './runtime/load-node-types.ts';
import type { Log, Ports } from './runtime/ports.ts';
import { createRuntime, type Runtime } from './runtime/runtime.ts';
import { oneAtATime, sweep } from './runtime/sweep.ts';
import { wakeDue } from './runtime/wake-due.ts';
import { openWorkspace, type Workspace } from './runtime/workspace.ts';
import { checkKey, secretKeyOf } from './secret-key.ts';
import { createSimulator, type Simulator } from './simulator/simulator.ts';
import { simulatorIndexes, mongoStore as simulatorStore } from './simulator/store/mongo-store.ts';
import { createIndexes, indexes } from './store/mongo/indexes.ts';
import { mongoStore } from './store/mongo/mongo-store.ts';
import { createTallies } from './tallies.ts';
import { createVault } from './vault.ts';

const ROOT = join(import.meta.dirname, '..');
const GRAPH_VERSION = 'v24.0';
const HEARTBEAT_MS = 1_000;
const STOP_WITHIN_MS = 20_000;

/** A running Sluice. */
export interface Sluice {
  readonly url: string;
  /** The address that signs its visitor in. */
  readonly signInUrl: string;
  /** Resolves when what everything stands on has broken; the process should end, and be started again. */
  readonly broken: Promise<Error>;
  /** Takes nothing new, finishes what is under way, and leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** Starts the house: listens at once, and is open for business when the promise resolves. */
export async function start(config: Config, log: Log): Promise<Sluice> {
  const door = await openDoor(config.port, config.host);
  try {
    const database = await openDatabase(config);
    return await moveIn(config, log, door, database).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
  } catch (error) {
    await door.close();
    throw error;
  }
}

async function moveIn(config: Config, log: Log, door: Door, database: Database): Promise<Sluice> {
  const ground = await layGround(config, door, database);
  const hands = await giveHands(config, log, door, database, ground);
  const { ports, runtime, intake, jobs } = hands;
  const simulator = await createSimulator({ store: simulatorStore(database.db), log });
  const connectVirtual = () => connectVirtualNumbers(simulator, ports.workspace, ground.ownUrl);
  // From here on messages may come in, and should this process die, the next must know of it.
  await intake.beat();
  const sweeping = sweeper(ports, intake, runtime, database.exclusive);
  // Before the door opens, so that what was left is served before what comes; but nobody waits until all is done.
  sweeping().catch((error: unknown) =>
    log.error({ error }, 'the first sweep met with trouble; the next goes on'),
  );
  door.opens(
    createApp({
      ...ports,
      ...ground,
      ...hands,
      access: { key: ground.key },
      webhook: {
        verifyToken: ground.verifyToken,
        secrets: () => secretsOf(ports.workspace, config.appSecret),
      },
      publicUrl: () => ground.publicUrl,
      mounts: [
        { path: '/simulator', router: simulator.router, open: ['/graph', '/lookaside'] },
        ...(config.demo ? [demoCrm()] : []),
      ],
      editorFolder: join(ROOT, 'dist', 'editor'),
      version: packageJson.version,
    }),
  );
  await connectVirtual();
  if (ports.workspace.number(demoWorkspace.number.id))
    for (const person of demoWorkspace.people) await simulator.addPhone(person);
  const waking = new Set<string>();
  await jobs.start({ wakeDue: () => wakeDue(ports, runtime, waking), sweep: sweeping });
  const keepUp = every(HEARTBEAT_MS, log, async () => {
    await intake.beat();
    if (await ports.workspace.refresh()) await connectVirtual();
  });

  return {
    url: ground.publicUrl,
    signInUrl: `${ground.publicUrl}/?key=${ground.key}`,
    broken: database.failed ?? new Promise(() => undefined),
    stop: async () => {
      await keepUp.stop();
      door.shuts();
      await simulator.close();
      await hands.rest();
      await door.close();
      await database.close();
    },
  };
}

/** One sweep at a time; the first takes everything where no other process can be at work. */
function sweeper(ports: Ports, intake: Intake, runtime: Runtime, exclusive: boolean): () => Promise<void> {
  let everything = exclusive;
  return oneAtATime(async () => {
    const takesAll = everything;
    everything = false;
    await sweep(ports, intake, runtime, takesAll);
  });
}

const demoCrm = () => ({
  path: '/demo/crm',
  router: crmRouter({ records: crmRecords(Date.now()) }),
  open: true,
});

/** What everything stands on: the store, the secrets, the words of the language, the demo on a first start. */
async function layGround(config: Config, door: Door, { db }: Database) {
  const processId = randomUUID();
  const { keepMessagesDays: messages, keepJournalDays: journal } = config;
  await createIndexes(db, [...indexes({ messages, journal }), ...simulatorIndexes]);
  const store = mongoStore(db, processId);
  const vault = createVault(await secretKeyOf(config));
  const { once } = store.workspace;
  await checkKey(vault, once);
  const key = await once('accessKey', randomBytes(24).toString('base64url'));
  const verifyToken =
    config.verifyToken ?? (await once('verifyToken', randomBytes(16).toString('base64url')));
  const ownUrl = `http://127.0.0.1:${door.port}`;
  const publicUrl = config.publicUrl ?? `http://localhost:${door.port}`;
  const types = await loadNodeTypes();
  const examples = join(ROOT, 'flows-examples');
  const furniture = furnitureOf(config.demo ? ownUrl : undefined);
  if (config.demo && (await isEmpty(store)))
    await seed({ store, types, seal: vault.seal, now: Date.now(), ownUrl, examples });
  else if (config.demo) await moveCrm({ store, ownUrl });
  return {
    ...{ processId, store, vault, key, verifyToken, ownUrl, publicUrl, types },
    // The seam for the tests of flows: whoever keeps them is given the chats of an example here.
    examples: createExamples(examples, types, { furniture, onImported: async () => undefined }),
    tallies: createTallies(store, Date.now),
  };
}

type Ground = Awaited<ReturnType<typeof layGround>>;

/** What moves conversations, and the ways out it needs. */
async function giveHands(config: Config, log: Log, door: Door, { db }: Database, ground: Ground) {
  const { processId, store, vault, types, ownUrl, key } = ground;
  const workspace = await openWorkspace(store, types, vault.open, log);
  const graph = createGraphClient({ baseUrl: config.graphApiUrl, version: GRAPH_VERSION });
  const virtualGraph = createGraphClient({ baseUrl: `${ownUrl}/simulator/graph`, version: GRAPH_VERSION });
  const outside = createOutside({ connection: (id) => store.connections.get(id), open: vault.open });
  const jobs = createJobs(db, processId, log);
  const live = attachLive(door.server, { key });
  const ports: Ports = {
    processId,
    store,
    workspace,
    channel: byNumber(({ id }) => (workspace.number(id)?.virtual ? virtualGraph : graph)),
    outside,
    live,
    log,
    clock: Date.now,
    reconcileMs: config.reconcileMs,
  };
  const runtime = createRuntime(ports);
  const intake = createIntake(ports, runtime);
  const rest = async (): Promise<void> => {
    await intake.close();
    await jobs.stop();
    // What is answered in time is still taken in; what is not is asked again by the next start.
    await outside.close();
    await runtime.stop();
    await intake.stop();
    await Promise.all([live.close(), graph.close(), virtualGraph.close()]);
  };
  return { ports, runtime, intake, jobs, live, graph: checking(workspace, graph, virtualGraph), rest };
}

/** For checking numbers: each is asked about where it lives. */
function checking(workspace: Workspace, real: GraphClient, virtual: GraphClient) {
  const clientOf = (isIt: (number: { readonly id: string; readonly account: string }) => boolean) =>
    workspace.numbers().find(isIt)?.virtual ? virtual : real;
  const ofAccount = (account: string) => clientOf((number) => number.account === account);
  return {
    findNumber: (number) => clientOf(({ id }) => id === number.id).findNumber(number),
    listSubscriptions: (account) => ofAccount(account.id).listSubscriptions(account),
    subscribe: (account, address) => ofAccount(account.id).subscribe(account, address),
  } satisfies Pick<GraphClient, 'findNumber' | 'listSubscriptions' | 'subscribe'>;
}

/** Does something again and again, never twice at once; trouble is told and does not end it. */
function every(ms: number, log: Log, work: () => Promise<void>) {
  let underWay = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    underWay = work()
      .catch((error: unknown) => log.warn({ error }, 'the heartbeat met with trouble'))
      .finally(() => {
        busy = false;
      });
  }, ms);
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Virtual numbers are real to us: the virtual WhatsApp must know them as Meta knows the others. */
async function connectVirtualNumbers(
  simulator: Simulator,
  workspace: Workspace,
  ownUrl: string,
): Promise<void> {
  for (const number of workspace.numbers().filter(({ virtual }) => virtual))
    await simulator.addNumber({
      phoneNumberId: number.id,
      wabaId: number.account,
      displayNumber: number.display,
      verifiedName: number.name,
      token: number.token,
      appSecret: number.appSecret,
      webhookUrl: `${ownUrl}/webhooks/whatsapp`,
      templates: demoTemplates,
      ...(number.hints && { hints: number.hints }),
    });
}

const secretsOf = (workspace: Workspace, ofTheApp: string | undefined): readonly string[] => [
  ...new Set([
    ...workspace.numbers().map(({ appSecret }) => appSecret),
    ...(ofTheApp === undefined ? [] : [ofTheApp]),
  ]),
];

/** Runs until told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const sluice = await start(config, log);
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    sluice.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'could not stop in order; nothing is lost, the next start takes it up');
        process.exit(1);
      },
    );
  };
  void sluice.broken.then((error) => {
    log.error({ error }, 'the built-in database has ended; start again');
    process.exit(1);
  });
  // Whatever is left lying by it is taken up by the sweep, so that one slip need not end the conversations of all.
  process.on('unhandledRejection', (error) =>
    log.error({ error }, 'something failed that nobody looked after'),
  );
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `\n  Sluice is ready.\n\n  Open   ${sluice.signInUrl}\n  Chat   ${sluice.url}/simulator\n\n`,
  );
}

if (import.meta.main)
  await main().catch((error: unknown) => {
    // What an operator can mend is told as a sentence; the log has the rest.
    console.error(
      error instanceof Error && !process.env['LOG_LEVEL']?.match(/debug|trace/) ? error.message : error,
    );
    process.exit(1);
  });
