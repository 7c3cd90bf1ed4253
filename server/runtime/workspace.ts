import type { Contact } from '../../nodes/contract/contact.ts';
import type { FlowRef, FlowVersion } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';

import type { Settings } from '../../nodes/contract/settings.ts';
import { compile } from '../engine/compile.ts';
import { compileWorld } from '../engine/compile-world.ts';
import type { Program, World } from '../engine/world.ts';
import type { NumberRecord, Sealed, Store } from '../store/store.ts';
import type { Log } from './ports.ts';
import { type Ground, isTester, openTrial } from './trial.ts';

/** The workspace as it stands, made ready to run and kept up to date. */
export interface Workspace {
  world(): World;
  /** The world for somebody on a number: testers of the number meet the drafts. */
  worldFor(number: string, contact: Contact): World | Promise<World>;
  /** Makes drafts that a tester is inside outlive the next edit. */
  keep(refs: readonly FlowRef[]): Promise<void>;
  number(id: string): OpenNumber | undefined;
  numbers(): readonly OpenNumber[];
  /** Fetches versions that are no longer live but still meant by sessions or old buttons. */
  have(refs: readonly FlowRef[]): Promise<void>;
  /** Reads everything again if anything has changed, and says whether it had. */
  refresh(): Promise<boolean>;
}

/** A number with its secrets opened. Never logged, never sent to a browser. */
export type OpenNumber = Omit<NumberRecord, 'token' | 'appSecret'> & {
  readonly token: string;
  readonly appSecret: string;
};

/** Opens what was sealed. */
export type Open = (sealed: Sealed) => string;

export const DEFAULT_SETTINGS: Settings = {
  timeZone: 'UTC',
  optOut: {
    stop: ['stop', 'unsubscribe', 'stop all', 'หยุด', 'ยกเลิกรับข่าวสาร', 'baja', 'parar'],
    start: ['start', 'unstop', 'subscribe', 'เริ่ม', 'รับข่าวสาร'],
    stopped: 'You will not hear from us any more. Write START if you change your mind.',
    started: 'Welcome back! You will hear from us again.',
  },
};

interface Snapshot extends Ground {
  readonly numbers: ReadonlyMap<string, OpenNumber>;
}

/** What does not work is left out and told of: it must not take the rest of the workspace with it. */
export async function openWorkspace(
  store: Store,
  types: Registry,
  open: Open,
  log?: Pick<Log, 'error'>,
): Promise<Workspace> {
  const older = new Map<string, Program>();
  const source = {
    store,
    types,
    open,
    older,
    told: (fact: object, sentence: string) => log?.error(fact, sentence),
  };
  let snapshot = await read(source);
  let underWay: Promise<boolean> | undefined;
  const refresh = async (): Promise<boolean> => {
    if ((await store.workspace.revision()) === snapshot.revision) return false;
    snapshot = await read(source);
    return true;
  };
  const trial = openTrial(store, types, () => snapshot);
  return {
    world: () => snapshot.world,
    worldFor: (number, contact) =>
      isTester(snapshot.numbers.get(number), contact) ? trial.world() : snapshot.world,
    keep: trial.keep,
    number: (id) => snapshot.numbers.get(id),
    numbers: () => [...snapshot.numbers.values()],
    have: async (refs) => {
      for (const ref of refs) {
        const key = keyOf(ref);
        if (snapshot.world.program(ref.id, ref.version) || older.has(key)) continue;
        const version = await store.flows.version(ref);
        const program = version && compiled(source, version);
        if (program) older.set(key, program);
      }
    },
    // One at a time: a slower one that began earlier would put back what it read.
    refresh: () => {
      underWay ??= refresh().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}

/** Where the workspace is read from, and what that needs. */
interface Source {
  readonly store: Store;
  readonly types: Registry;
  readonly open: Open;
  readonly older: ReadonlyMap<string, Program>;
  told(fact: object, sentence: string): void;
}

const keyOf = ({ id, version }: FlowRef): string => `${id}@${version}`;

async function read(source: Source): Promise<Snapshot> {
  const { store, types, older } = source;
  // Read first: a change that comes while the rest is read shows as a newer revision the next time.
  const revision = await store.workspace.revision();
  const [live, calendars, numbers, settings] = await Promise.all([
    store.flows.live(),
    store.calendars.all(),
    store.numbers.all(),
    store.workspace.read(),
  ]);
  const parts = {
    types,
    onBroken: (flow: FlowRef, error: unknown) => cannotRun(source, flow, error),
    calendars,
    numbers,
    settings: settings ?? DEFAULT_SETTINGS,
  };
  const world = compileWorld({
    ...parts,
    live,
    older: (flow, version) => older.get(keyOf({ id: flow, version })),
  });
  const opened = numbers.flatMap((number) => openNumber(source, number));
  return { revision, world, parts, numbers: new Map(opened.map((number) => [number.id, number])) };
}

/** Nothing for a version that cannot run, such as one with a node type that this release does not know. */
function compiled(source: Source, version: FlowVersion): Program | undefined {
  try {
    return compile(source.types, version);
  } catch (error) {
    cannotRun(source, { id: version.flow, version: version.version }, error);
    return undefined;
  }
}

const cannotRun = ({ told }: Source, { id, version }: FlowRef, error: unknown): void =>
  told({ flow: id, version, error }, 'a published flow cannot run and is left out');

function openNumber({ open, told }: Source, number: NumberRecord): readonly OpenNumber[] {
  try {
    return [{ ...number, token: open(number.token), appSecret: open(number.appSecret) }];
  } catch (error) {
    told({ number: number.id, error }, 'the secrets of a number cannot be opened; enter them again');
    return [];
  }
}
