import { useEffect, useState } from 'react';
import type { Description } from './description.ts';

/** The description of the API, as far as it has come. */
export function useDescription() {
  const [state, setState] = useState<{ readonly data?: Description; readonly error?: Error }>({});
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn means to read again
  useEffect(() => {
    let isWanted = true;
    fetch('/api/openapi.json')
      .then(async (response) => {
        if (!response.ok) throw new Error(`The server answered ${response.status}.`);
        const data: Description = await response.json();
        if (isWanted) setState({ data });
      })
      .catch((error: Error) => isWanted && setState({ error }));
    return () => {
      isWanted = false;
    };
  }, [turn]);
  return { ...state, reload: () => setTurn((before) => before + 1) };
}
