import { useEffect } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { useResource } from '../lib/resource.ts';
import { momentAt } from './chat-text.ts';
import type { RehearsalState } from './rehearsal-state.ts';
import type { Act } from './use-rehearsal.ts';

/** What of the workspace a rehearsal can choose from. */
export interface Ground {
  readonly numbers: readonly NumberView[];
}

/** Reads the numbers, and lets a fresh rehearsal begin now, where the workspace is. */
export function useGround({ lines, start, turn }: RehearsalState, act: Act): Ground {
  const numbers = useResource<readonly NumberView[]>('/numbers');
  const settings = useResource<{ readonly timeZone: string }>('/settings');
  const zone = settings.data?.timeZone;
  const isFresh = lines.length === 0 && turn === 1;
  useEffect(() => {
    if (isFresh && zone !== undefined && zone !== start.zone)
      act({ type: 'start', start: momentAt(Date.now(), zone) });
  }, [isFresh, zone, start.zone, act]);
  return { numbers: numbers.data ?? [] };
}
