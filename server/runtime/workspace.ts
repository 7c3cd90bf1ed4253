import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import { compile } from '../engine/compile.ts';
import { compileWorld } from '../engine/compile-world.ts';
import type { Program, World } from '../engine/world.ts';
import type { NumberRecord, Sealed, Store } from '../store/store.ts';

/** The workspace as it stands, made ready to run and kept up to date. */
export interface Workspace {
  world(): World;
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

interface Snapshot {
  readonly revision: number;
  readonly world: World;
  readonly numbers: ReadonlyMap<string, OpenNumber>;
}

export async function openWorkspace(store: Store, types: Registry, open: Open): Promise<Workspace> {
  const older = new Map<string, Program | undefined>();
  let snapshot = await read(store, types, open, older);
  return {
    world: () => snapshot.world,
    number: (id) => snapshot.numbers.get(id),
    numbers: () => [...snapshot.numbers.values()],
    have: async (refs) => {
      for (const ref of refs) {
        const key = keyOf(ref);
        if (snapshot.world.program(ref.id, ref.version) || older.has(key)) continue;
        const version = await store.flows.version(ref);
        older.set(key, version && compile(types, version));
      }
    },
    refresh: async () => {
      if ((await store.workspace.revision()) === snapshot.revision) return false;
      snapshot = await read(store, types, open, older);
      return true;
    },
  };
}

const keyOf = ({ id, version }: FlowRef): string => `${id}@${version}`;

async function read(
  store: Store,
  types: Registry,
  open: Open,
  older: ReadonlyMap<string, Program | undefined>,
): Promise<Snapshot> {
  // Read first: a change that comes while the rest is read shows as a newer revision the next time.
  const revision = await store.workspace.revision();
  const [live, calendars, numbers, settings] = await Promise.all([
    store.flows.live(),
    store.calendars.all(),
    store.numbers.all(),
    store.workspace.read(),
  ]);
  const world = compileWorld({
    types,
    live,
    older: (flow, version) => older.get(keyOf({ id: flow, version })),
    calendars,
    numbers,
    settings: settings ?? DEFAULT_SETTINGS,
  });
  const opened = numbers.map((number) => ({
    ...number,
    token: open(number.token),
    appSecret: open(number.appSecret),
  }));
  return { revision, world, numbers: new Map(opened.map((number) => [number.id, number])) };
}
