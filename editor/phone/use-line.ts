import { useEffect, useEffectEvent, useState } from 'react';
import { eventsAddress } from './api.ts';
import type { LiveEvent } from './wire.ts';

/** The server beats every 15 s; after three missed beats the line is dead, whatever the browser thinks. */
const SILENT_TOO_LONG_MS = 45_000;
const LONGEST_GAP_MS = 8000;

/**
 * Keeps a person's line to the server open. `onOpen` is called each time it opens, for what was missed must be read
 * again; gives back whether it is open.
 */
export function useLine(person: string, onOpen: () => void, onEvent: (event: LiveEvent) => void): boolean {
  const [isOpen, setOpen] = useState(true);
  const opened = useEffectEvent(onOpen);
  const heard = useEffectEvent(onEvent);
  useEffect(() => {
    let source: EventSource | undefined;
    let timer = 0;
    let attempts = 0;
    let lastSign = Date.now();
    const connect = () => {
      source?.close();
      lastSign = Date.now();
      source = new EventSource(eventsAddress(person));
      source.addEventListener('hello', () => {
        attempts = 0;
        lastSign = Date.now();
        setOpen(true);
        opened();
      });
      source.addEventListener('beat', () => {
        lastSign = Date.now();
      });
      source.onmessage = (event: MessageEvent<string>) => {
        lastSign = Date.now();
        heard(JSON.parse(event.data) as LiveEvent);
      };
      source.onerror = () => {
        source?.close();
        setOpen(false);
        // Reading the lists again tells whether we are signed out.
        if (attempts++ > 0) opened();
        timer = window.setTimeout(connect, Math.min(LONGEST_GAP_MS, 500 * 2 ** Math.min(attempts, 5)));
      };
    };
    const watch = window.setInterval(() => {
      if (Date.now() - lastSign > SILENT_TOO_LONG_MS) connect();
    }, 5000);
    connect();
    return () => {
      source?.close();
      window.clearTimeout(timer);
      window.clearInterval(watch);
    };
  }, [person]);
  return isOpen;
}
