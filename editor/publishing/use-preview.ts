import { useCallback, useEffect, useState } from 'react';
import type { Comparison, FlowView, GraphView, Impact } from '../../server/api/contract.ts';
import { Refusal, read, send } from '../lib/api.ts';

/** What is known before publishing, and how far publishing has come. */
export type Preview =
  | { readonly is: 'looking' }
  | { readonly is: 'trouble'; readonly error: Error }
  | {
      readonly is: 'ready';
      readonly impact: Impact;
      /** Without it, nothing is live that could be compared. */
      readonly comparison?: Comparison;
      /** What is published, for the names of its nodes. */
      readonly target: GraphView;
      readonly isBusy?: boolean;
      readonly error?: Error;
      /** Things changed while the admin was reading. */
      readonly isFresh?: boolean;
    }
  | {
      readonly is: 'published';
      readonly flow: FlowView;
      readonly how: Inside['how'];
      readonly people: number;
    };

/** What becomes of those who are inside. */
export interface Inside {
  readonly how: 'finish' | 'move' | 'restart';
  readonly map?: { readonly [node: string]: string };
}

interface Subject {
  readonly flow: Pick<FlowView, 'id' | 'live'>;
  /** The older version to publish again; without it, the draft. */
  readonly version?: number | undefined;
  /** Sees to it that the server has the draft as it is on the screen. */
  readonly flush?: (() => Promise<void>) | undefined;
}

/** Looks at what publishing would do for as long as the dialog is open, and publishes. */
export function usePreview({ flow: { id, live }, version, flush }: Subject, isOpen: boolean) {
  const [preview, setPreview] = useState<Preview>({ is: 'looking' });
  const look = useCallback(
    async (isFresh = false): Promise<void> => {
      setPreview({ is: 'looking' });
      try {
        await flush?.();
        setPreview({ is: 'ready', ...(await previewOf(id, live, version)), ...(isFresh && { isFresh }) });
      } catch (error) {
        setPreview({ is: 'trouble', error: asError(error) });
      }
    },
    [id, live, version, flush],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is published while it is open must not make it look again
  useEffect(() => {
    if (isOpen) void look();
  }, [isOpen, id, version]);

  const publish = async (note: string, inside: Inside): Promise<FlowView | undefined> => {
    if (preview.is !== 'ready') return undefined;
    const { error: _, ...ready } = preview;
    setPreview({ ...ready, isBusy: true });
    const { token, people } = ready.impact;
    try {
      const flow = await send<FlowView>('POST', `/flows/${encodeURIComponent(id)}/publish`, {
        token,
        ...(note.trim() !== '' && { note: note.trim() }),
        ...(version !== undefined && { version }),
        ...(people > 0 && { inside }),
      });
      setPreview({ is: 'published', flow, how: inside.how, people });
      return flow;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'stale-impact') await look(true);
      else setPreview({ ...ready, isBusy: false, error: asError(error) });
      return undefined;
    }
  };
  return { preview, look: () => void look(), publish };
}

async function previewOf(id: string, live: number | undefined, version: number | undefined) {
  const flow = `/flows/${encodeURIComponent(id)}`;
  const to = version ?? 'draft';
  const [impact, comparison] = await Promise.all([
    read<Impact>(`${flow}/impact${version === undefined ? '' : `?version=${version}`}`),
    read<Comparison>(`${flow}/compare?from=${live ?? to}&to=${to}`),
  ]);
  return { impact, target: comparison.to, ...(live !== undefined && { comparison }) };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
