import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowTestView, TestOutcome } from '../../server/api/contract.ts';
import type { DeskStore } from '../desk/desk.ts';
import { momentAt } from './chat-text.ts';
import { beginRehearsal, type RehearsalState } from './rehearsal-state.ts';

/** The tests of the open flow, and how they go on the draft. */
export interface TestsState {
  readonly tests?: readonly FlowTestView[];
  readonly outcomes: { readonly [test: string]: TestOutcome };
  readonly isRunning: boolean;
  readonly error?: Error;
}

interface Kept {
  readonly rehearsal: StoreApi<RehearsalState>;
  readonly tests: StoreApi<TestsState>;
}

const kept = new WeakMap<DeskStore, Kept>();

/** What belongs to the flow on a desk: it stays while panels close and open. */
export function keptOf(desk: DeskStore): Kept {
  const known = kept.get(desk);
  if (known) return known;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const made: Kept = {
    rehearsal: createStore(() => beginRehearsal(momentAt(Date.now(), timeZone))),
    tests: createStore<TestsState>(() => ({ outcomes: {}, isRunning: false })),
  };
  kept.set(desk, made);
  return made;
}
