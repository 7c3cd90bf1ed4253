import { useCallback, useEffect, useState } from 'react';
import type { JournalEntry } from '../../server/api/contract.ts';
import { read } from '../lib/api.ts';
import { listen } from '../lib/live.ts';
import { arrived, emptyStream, hold, type Stream } from './stream.ts';

/** What happens, as it happens. */
export interface LiveStream {
  readonly stream: Stream;
  readonly isOpen: boolean;
  readonly error?: Error;
  hold(isHeld: boolean): void;
}

/** Follows the journal, of everybody or of one conversation; what was missed while the line was down is read anew. */
export function useStream(conversation: string | undefined): LiveStream {
  const [stream, setStream] = useState(emptyStream);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    setStream((before) => ({ ...emptyStream, isHeld: before.isHeld && conversation !== undefined }));
    const catchUp = () => {
      const only = conversation === undefined ? '' : `&conversation=${encodeURIComponent(conversation)}`;
      read<readonly JournalEntry[]>(`/journal?limit=50${only}`).then((entries) => {
        setError(undefined);
        setStream((before) => {
          const open = arrived({ ...before, isHeld: false }, entries);
          return { ...open, isHeld: before.isHeld };
        });
      }, setError);
    };
    catchUp();
    const isWanted = (entry: JournalEntry) =>
      conversation === undefined || entry.conversation === conversation;
    return listen('journal', {
      news: (news) => {
        if (news.type === 'journal' && isWanted(news.entry))
          setStream((before) => arrived(before, [news.entry]));
      },
      line: (isUp) => {
        setOpen(isUp);
        if (isUp) catchUp();
      },
    });
  }, [conversation]);
  const holding = useCallback((isHeld: boolean) => setStream((before) => hold(before, isHeld)), []);
  return { stream, isOpen, ...(error && { error }), hold: holding };
}
