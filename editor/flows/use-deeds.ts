import { useState } from 'react';
import type { FlowSummary, FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { tell } from '../lib/tell.ts';
import { flowsTexts } from './texts.ts';

/** A question that must be answered before something is done to a flow. */
export interface Question {
  readonly is: 'rename' | 'archive' | 'delete';
  readonly flow: FlowSummary;
}

/** The parts of a flow that the list changes. */
export interface Title {
  readonly name: string;
  readonly description?: string;
  readonly labels?: readonly string[];
}

/** What can be done to flows from the list. */
export interface Deeds {
  duplicate(flow: FlowSummary): void;
  /** Asks first when the flow is live. */
  archive(flow: FlowSummary, isAgreed?: boolean): void;
  restore(flow: FlowSummary): void;
  remove(flow: FlowSummary): void;
  rename(flow: FlowSummary, title: Title): void;
  arrange(ids: readonly string[]): void;
  ask(question: Question | undefined): void;
  showLabel(label: string): void;
  /** The flow that something is being done to. */
  readonly busy: string | undefined;
  readonly question: Question | undefined;
  readonly error: Error | undefined;
  dismiss(): void;
}

interface DeedsOptions {
  /** The list is to be read again. */
  changed(): void;
  showLabel(label: string): void;
}

const pathOf = (id: string, rest = ''): string => `/flows/${encodeURIComponent(id)}${rest}`;

/** Does things to flows, says how it went, and takes back what can be taken back. */
export function useDeeds({ changed, showLabel }: DeedsOptions): Deeds {
  const t = useTexts(flowsTexts);
  const [question, setQuestion] = useState<Question>();
  const { run, busy, error, setError } = useRun(() => setQuestion(undefined), changed);
  const ask = (next: Question | undefined) => {
    setError(undefined);
    setQuestion(next);
  };
  const done = (message: string, undo?: () => void) => tell({ message, kind: 'done', ...(undo && { undo }) });

  const takeOut = ({ id, name, live }: FlowSummary) =>
    run(id, async () => {
      await send('POST', pathOf(id, '/restore'));
      // What went offline with the archive comes back as it was.
      if (live !== undefined) await send('POST', pathOf(id, '/publish'), { version: live });
      done(t(live === undefined ? 'restored' : 'restoredLive', { name }));
    });
  return {
    duplicate: ({ id, name }) =>
      void run(id, async () => {
        const body = { name: t('copyName', { name }) };
        const copy = await send<FlowView>('POST', pathOf(id, '/duplicate'), body);
        done(t('duplicated', { name: copy.name }));
      }),
    archive: (flow, isAgreed = false) => {
      if (flow.live !== undefined && !isAgreed) return ask({ is: 'archive', flow });
      void run(flow.id, async () => {
        await send('POST', pathOf(flow.id, '/archive'), { takeOffline: isAgreed });
        done(t('archivedNow', { name: flow.name }), () => void takeOut(flow));
      });
    },
    restore: (flow) => void takeOut(flow),
    remove: (flow) =>
      void run(flow.id, async () => {
        await send('DELETE', pathOf(flow.id));
        done(t('deleted', { name: flow.name }));
      }),
    rename: ({ id }, title) =>
      void run(id, async () => {
        await send('PUT', pathOf(id, '/title'), title);
        done(t('renamed'));
      }),
    arrange: (ids) => void run('', () => send('PUT', '/flow-order', { ids })),
    ask,
    showLabel,
    busy,
    question,
    error,
    dismiss: () => setError(undefined),
  };
}

/** Does one thing at a time, and remembers what went wrong with it. */
function useRun(done: () => void, changed: () => void) {
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<Error>();
  const run = async (id: string, work: () => Promise<unknown>): Promise<void> => {
    setBusy(id);
    setError(undefined);
    try {
      await work();
      done();
    } catch (trouble) {
      setError(trouble instanceof Error ? trouble : new Error(String(trouble)));
    }
    setBusy(undefined);
    changed();
  };
  return { run, busy, error, setError };
}
