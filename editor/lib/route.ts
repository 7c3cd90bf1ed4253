import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
globalThis.addEventListener?.('popstate', tell);

/** The path of the page that is shown. */
export const usePath = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.pathname,
  );

/** Shows another page. */
export function go(path: string): void {
  history.pushState(null, '', path);
  tell();
  scrollTo(0, 0);
}
