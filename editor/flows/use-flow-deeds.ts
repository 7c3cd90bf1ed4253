import { useState } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';

/** What can be done to flows from the list, and how it went. */
export interface FlowDeeds {
  take(files: readonly File[]): void;
  publish(id: string): void;
  readonly isImporting: boolean;
  /** The flow that is being published. */
  readonly publishing?: string;
  readonly outcomes: readonly Outcome[];
  forget(outcome: Outcome): void;
}

export type Outcome =
  | { readonly is: 'imported' | 'published'; readonly flow: FlowView }
  | { readonly is: 'failed'; readonly error: Error };

/** Imports and publishes; `changed` is called when the list should be read again. */
export function useFlowDeeds(changed: () => void): FlowDeeds {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [isImporting, setImporting] = useState(false);
  const [publishing, setPublishing] = useState<string>();
  const tell = (outcome: Outcome) => setOutcomes((before) => [outcome, ...before].slice(0, 6));

  const take = async (files: readonly File[]) => {
    setImporting(true);
    for (const file of files) tell(await outcomeOf('imported', async () => importFile(await file.text())));
    setImporting(false);
    changed();
  };
  const publish = async (id: string) => {
    setPublishing(id);
    const outcome = await outcomeOf('published', () =>
      send<FlowView>('POST', `/flows/${encodeURIComponent(id)}/publish`, {}),
    );
    // The news that it came in gives way to the news that it went out.
    setOutcomes((before) => before.filter((known) => known.is === 'failed' || known.flow.id !== id));
    tell(outcome);
    setPublishing(undefined);
    changed();
  };
  return {
    take: (files) => void take(files),
    publish: (id) => void publish(id),
    isImporting,
    ...(publishing !== undefined && { publishing }),
    outcomes,
    forget: (outcome) => setOutcomes((before) => before.filter((known) => known !== outcome)),
  };
}

const importFile = (text: string): Promise<FlowView> => send('POST', '/flows', text);

async function outcomeOf(is: 'imported' | 'published', work: () => Promise<FlowView>): Promise<Outcome> {
  try {
    return { is, flow: await work() };
  } catch (error) {
    return { is: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
