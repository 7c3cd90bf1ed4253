import { useRef, useState } from 'react';
import type { FileCheck, FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { tell } from '../lib/tell.ts';
import { beginTexts } from './begin-texts.ts';

/** A file on its way in. */
export interface Incoming {
  readonly file: string;
  /** What is in it; undefined while it is looked at. */
  readonly check?: FileCheck;
  readonly error?: Error;
  readonly isBusy?: boolean;
}

export interface Importing {
  /** The file that is asked about now. */
  readonly now: Incoming | undefined;
  /** How many wait behind it. */
  readonly waiting: number;
  take(files: readonly File[]): void;
  agree(): void;
  /** Goes on with the next file. */
  skip(): void;
}

/** What the server takes, and a little for its way of counting. */
const MOST_BYTES = 6_200_000;

/** Takes files in, one after the other: each is looked at first, and imported when that is agreed to. */
export function useImport(changed: () => void): Importing {
  const t = useTexts(beginTexts);
  const [now, setNow] = useState<Incoming>();
  const [queue, setQueue] = useState<readonly File[]>([]);
  const text = useRef('');

  const look = async (next: File): Promise<void> => {
    const file = next.name;
    setNow({ file });
    try {
      if (next.size > MOST_BYTES) throw new Error(t('tooLarge', { file }));
      text.current = await next.text().catch(() => {
        throw new Error(t('unreadable', { file }));
      });
      const check = await send<FileCheck>('POST', '/flows/check-file', text.current);
      setNow({ file, check });
    } catch (error) {
      setNow({ file, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const goOn = (rest: readonly File[]): void => {
    const [next, ...others] = rest;
    setQueue(others);
    text.current = '';
    if (next) void look(next);
    else setNow(undefined);
  };
  const bring = async (incoming: Incoming): Promise<void> => {
    setNow({ ...incoming, isBusy: true });
    try {
      const mend = incoming.check?.is === 'damaged' ? '?mend=1' : '';
      const { id, name } = await send<FlowView>('POST', `/flows${mend}`, text.current);
      tell({ message: t('imported', { name }), kind: 'done' });
      changed();
      goOn(queue);
      // One alone is opened; several are seen in the list.
      if (queue.length === 0) go(`/flows/${encodeURIComponent(id)}`);
    } catch (error) {
      setNow({ ...incoming, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return {
    now,
    waiting: queue.length,
    take: (files) => (now ? setQueue((before) => [...before, ...files]) : goOn(files)),
    agree: () => void (now && bring(now)),
    skip: () => goOn(queue),
  };
}
