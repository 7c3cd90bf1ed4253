import { useCallback, useEffect, useState } from 'react';
import { read } from './api.ts';

/** Something read from the API, as far as it has come. */
export interface Resource<T> {
  readonly data?: T;
  readonly error?: Error;
  /** Reads it again; what is shown stays until then. */
  reload(): void;
  /** Takes what a change answered as the new data. */
  put(data: T): void;
}

/** Reads from the API and keeps it for as long as the component is shown; without a path, nothing. */
export function useResource<T>(path: string | undefined): Resource<T> {
  const [state, setState] = useState<{ path?: string; data?: T; error?: Error }>({});
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn means to read again
  useEffect(() => {
    if (path === undefined) return;
    let isWanted = true;
    read<T>(path).then(
      (data) => isWanted && setState({ path, data }),
      (error: Error) => isWanted && setState((before) => ({ ...before, error })),
    );
    return () => {
      isWanted = false;
    };
  }, [path, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const put = useCallback((data: T) => setState(path === undefined ? { data } : { path, data }), [path]);
  // What belongs to another path is not shown under this one.
  const { data, error } = state.path === path || state.error ? state : {};
  return { ...(data !== undefined && { data }), ...(error && { error }), reload, put };
}
