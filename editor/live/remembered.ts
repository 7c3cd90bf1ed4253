import { useEffect, useState } from 'react';
import { read } from '../lib/api.ts';

/** Answers of the API that stay true for as long as the page is open. */
const answers = new Map<string, unknown>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

/** What the API answers at some paths, each asked once; those that are not there yet are left out. */
export function useRemembered<T>(paths: readonly string[]): ReadonlyMap<string, T> {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const turn = () => setTurn((before) => before + 1);
    listeners.add(turn);
    return () => {
      listeners.delete(turn);
    };
  }, []);
  const wanted = paths.join('\n');
  useEffect(() => {
    for (const path of wanted.split('\n')) if (path !== '' && !asked.has(path)) ask(path);
  }, [wanted]);
  return new Map(paths.flatMap((path) => (answers.has(path) ? [[path, answers.get(path) as T]] : [])));
}

function ask(path: string): void {
  asked.add(path);
  read(path).then(
    (answer) => {
      answers.set(path, answer);
      for (const listener of listeners) listener();
    },
    // What is missing now may be there later.
    () => asked.delete(path),
  );
}
