import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { createAccess } from './api/access/access.ts';
import { doorkeeper } from './api/access/doorkeeper.ts';
import { createApp } from './api/app.ts';
import { PHONE_NEEDS } from './api/http/pages.ts';
import { createNumberWatch } from './api/numbers/number-watch.ts';
import { byNumber } from './channels/by-number.ts';
import { numberDesk } from './channels/number-desk.ts';
import { createGraphClient } from './channels/whatsapp/client.ts';
import { type Config, readConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { crmRecords } from './demo/crm-records.ts';
import { crmRouter } from './demo/crm-router.ts';
import { demoTemplates, furnitureOf, isEmpty, moveCrm, seed } from './demo/seed.ts';
import { demoWorkspace } from './demo/workspace.ts';
import { type Door, openDoor } from './door.ts';
import { every } from './every.ts';
import { createExamples } from './examples.ts';
import { keepTests } from './flow-tests.ts';
import { createJobs, type Work } from './jobs/agenda.ts';
import { attachLive } from './live/sockets.ts';
import { createLog } from './log.ts';
import { createOutside } from './outside/outside.ts';
import { carryOut } from './runtime/carry-out.ts';
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
import { createVirtualNumbers } from './virtual-numbers.ts';
import { welcome } from './welcome.ts';

const ROOT = join(import.meta.dirname, '..');
const GRAPH_VERSION = 'v24.0';
const HEARTBEAT_MS = 1_000;
const STOP_WITHIN_MS = 20_000;

/** A running Sluice. */
export interface Sluice {
  readonly url: string;
  /** The address that signs its visitor in. */
  readonly signInUrl: string;
  /** Somebody has an account: the key is for emergencies from then on. */
  readonly isSetUp: boolean;
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
  const virtualNumbers = virtualNumbersOn(simulator, ports.workspace, ground.ownUrl);
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
      virtualNumbers,
      webhook: {
        verifyToken: ground.verifyToken,
        secrets: () => secretsOf(ports.workspace, config.appSecret),
      },
      publicUrl: () => ground.publicUrl,
      mounts: [
        { path: '/simulator', router: simulator.router, open: ['/graph', '/lookaside'], needs: PHONE_NEEDS },
        ...(config.demo ? [demoCrm()] : []),
      ],
      editorFolder: join(ROOT, 'dist', 'editor'),
      version: packageJson.version,
    }),
  );
  await virtualNumbers.connect();
  if (ports.workspace.number(demoWorkspace.number.id))
    for (const person of demoWorkspace.people) await simulator.addPhone(person);
  await jobs.start(workFor(hands, sweeping));
  const keepUp = every(HEARTBEAT_MS, log, async () => {
    await intake.beat();
    if (await ports.workspace.refresh()) await virtualNumbers.connect();
  });

  return {
    url: ground.publicUrl,
    signInUrl: `${ground.publicUrl}/?key=${ground.access.key}`,
    isSetUp: await ports.store.users.any(),
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

/** What comes round again and again. */
function workFor({ ports, runtime }: Hands, sweep: () => Promise<void>): Work {
  const waking = new Set<string>();
  return {
    wakeDue: () => wakeDue(ports, runtime, waking),
    sweep,
    carryOut: () => carryOut(ports, runtime),
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
  const folder = join(ROOT, 'flows-examples');
  const examples = createExamples(folder, types, {
    furniture: furnitureOf(config.demo ? ownUrl : undefined),
    onImported: async (flow, chats) => void (await keepTests(store, flow, chats, { at: Date.now() })),
  });
  if (config.demo && (await isEmpty(store))) {
    await seed({ store, types, seal: vault.seal, now: Date.now(), ownUrl, examples: folder });
    // The conversations that the demo's flows must have stand beside them.
    for (const { id, chats } of await examples.all())
      if (await store.flows.get(id)) await examples.onImported(id, chats);
  } else if (config.demo) await moveCrm({ store, ownUrl });
  const access = createAccess(key, store, Date.now);
  return {
    ...{ processId, store, vault, access, verifyToken, ownUrl, publicUrl, types, examples },
    tallies: createTallies(store, Date.now),
  };
}

type Ground = Awaited<ReturnType<typeof layGround>>;

/** What moves conversations, and the ways out it needs. */
async function giveHands(config: Config, log: Log, door: Door, { db }: Database, ground: Ground) {
  const { processId, store, vault, types, ownUrl, access } = ground;
  const workspace = await openWorkspace(store, types, vault.open, log);
  const graph = createGraphClient({ baseUrl: config.graphApiUrl, version: GRAPH_VERSION });
  const virtualGraph = createGraphClient({ baseUrl: `${ownUrl}/simulator/graph`, version: GRAPH_VERSION });
  const outside = createOutside({ connection: (id) => store.connections.get(id), open: vault.open });
  const jobs = createJobs(db, processId, log);
  const live = attachLive(door.server, doorkeeper(access));
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
  const numberWatch = createNumberWatch({ ...ports, live });
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
  return {
    ports,
    runtime,
    intake,
    jobs,
    live,
    numberWatch,
    graph: numberDesk(workspace, graph, virtualGraph),
    rest,
  };
}

type Hands = Awaited<ReturnType<typeof giveHands>>;

const virtualNumbersOn = (whatsapp: Simulator, workspace: Workspace, ownUrl: string) =>
  createVirtualNumbers({ whatsapp, workspace, ownUrl, templates: demoTemplates });

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
  process.stdout.write(welcome(sluice));
}

if (import.meta.main)
  await main().catch((error: unknown) => {
    // What an operator can mend is told as a sentence; the log has the rest.
    console.error(
      error instanceof Error && !process.env['LOG_LEVEL']?.match(/debug|trace/) ? error.message : error,
    );
    process.exit(1);
  });
