import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { FlowTestView, TestOutcome } from '../../server/api/contract.ts';
import { useDeskStore } from '../desk/DeskContext.tsx';
import type { DeskStore } from '../desk/desk.ts';
import { fileOf } from '../desk/document.ts';
import { read, send } from '../lib/api.ts';
import { keptOf, type TestsState } from './stores.ts';

const PAUSE_MS = 900;

/** What can be done with the tests of a flow. */
export interface TestDeeds {
  add(name: string, chat: string): Promise<void>;
  change(test: string, change: { readonly name?: string; readonly chat?: string }): Promise<void>;
  remove(test: string): Promise<void>;
  run(): void;
}

/** The tests of the open flow; they run by themselves on every edit, however many panels show them. */
export function useTests(): readonly [TestsState, TestDeeds] {
  const desk = useDeskStore();
  const state = useStore(keptOf(desk).tests);
  useEffect(() => watch(desk), [desk]);
  const deeds = useMemo(() => deedsOf(desk), [desk]);
  return [state, deeds];
}

const watchers = new WeakMap<DeskStore, { count: number; stop(): void }>();

/** Runs them after each edit for as long as anybody watches. */
function watch(desk: DeskStore): () => void {
  const known = watchers.get(desk) ?? begin(desk);
  known.count += 1;
  watchers.set(desk, known);
  return () => {
    known.count -= 1;
    if (known.count > 0) return;
    known.stop();
    watchers.delete(desk);
  };
}

function begin(desk: DeskStore): { count: number; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  void load(desk).then(() => run(desk));
  const unsubscribe = desk.subscribe(({ document }, before) => {
    if (document === before.document) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(desk), PAUSE_MS);
  });
  return {
    count: 0,
    stop: () => {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}

const pathOf = (desk: DeskStore): string => `/flows/${encodeURIComponent(desk.getState().flow.id)}/tests`;

async function load(desk: DeskStore): Promise<void> {
  const { tests: store } = keptOf(desk);
  await read<readonly FlowTestView[]>(pathOf(desk)).then(
    (tests) => store.setState({ tests }),
    (error: Error) => store.setState({ error }),
  );
}

async function run(desk: DeskStore): Promise<void> {
  const { tests: store } = keptOf(desk);
  if ((store.getState().tests ?? []).length === 0) return store.setState({ outcomes: {}, isRunning: false });
  const { document } = desk.getState();
  store.setState({ isRunning: true });
  await send<readonly TestOutcome[]>('POST', `${pathOf(desk)}/run`, { draft: fileOf(document) }).then(
    (outcomes) => {
      // An edit that came meanwhile has its own run.
      if (desk.getState().document !== document) return;
      store.setState(
        ({ error: _, ...before }) => ({
          ...before,
          isRunning: false,
          outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome.test, outcome])),
        }),
        true,
      );
    },
    (error: Error) => store.setState({ error, isRunning: false }),
  );
}

function deedsOf(desk: DeskStore): TestDeeds {
  const again = async () => {
    await load(desk);
    await run(desk);
  };
  const one = (test: string) => `${pathOf(desk)}/${encodeURIComponent(test)}`;
  return {
    add: async (name, chat) => {
      await send('POST', pathOf(desk), { name, chat, draft: fileOf(desk.getState().document) });
      await again();
    },
    change: async (test, change) => {
      await send('PUT', one(test), change);
      await again();
    },
    remove: async (test) => {
      await send('DELETE', one(test));
      await again();
    },
    run: () => void again(),
  };
}

/** How many hold and how many do not; those that have not run yet are neither. */
export function countsOf({ tests = [], outcomes }: TestsState): {
  readonly green: number;
  readonly red: number;
} {
  const run = tests.flatMap(({ id }) => outcomes[id] ?? []);
  return { green: run.filter(({ holds }) => holds).length, red: run.filter(({ holds }) => !holds).length };
}
