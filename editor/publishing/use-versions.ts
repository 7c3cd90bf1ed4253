import { useCallback, useEffect, useState } from 'react';
import type { VersionInUse } from '../../server/api/contract.ts';
import { read } from '../lib/api.ts';

const PAGE = 20;
const RENEW_MS = 5_000;

/** The versions of a flow, newest first, page by page; read afresh when another one goes live. */
export function useVersions(flow: string, live: number | undefined) {
  const [versions, setVersions] = useState<readonly VersionInUse[]>();
  const [error, setError] = useState<Error>();
  const get = useCallback(
    (before?: number) =>
      read<readonly VersionInUse[]>(
        `/flows/${encodeURIComponent(flow)}/versions?limit=${PAGE}${before === undefined ? '' : `&before=${before}`}`,
      ),
    [flow],
  );
  const reload = useCallback(() => {
    setError(undefined);
    get().then(setVersions, setError);
  }, [get]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another live version means a new list
  useEffect(reload, [reload, live]);
  // How many are inside changes by itself; an answer that does not come is asked for again soon.
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      get().then(
        (newest) => setVersions((before) => renewed(before ?? [], newest)),
        () => undefined,
      );
    }, RENEW_MS);
    return () => clearInterval(timer);
  }, [get]);
  const older = (): void => {
    const oldest = versions?.at(-1)?.version;
    if (oldest !== undefined && oldest > 1)
      get(oldest).then((more) => setVersions((before) => [...(before ?? []), ...more]), setError);
  };
  return { versions, error, reload, older };
}

/** The newest page as it is now, and the older ones as they were. */
function renewed(before: readonly VersionInUse[], newest: readonly VersionInUse[]): readonly VersionInUse[] {
  const oldest = newest.at(-1)?.version ?? 0;
  return [...newest, ...before.filter(({ version }) => version < oldest)];
}
