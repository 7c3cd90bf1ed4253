import { useEffect, useState } from 'react';
import { listen } from '../lib/live.ts';
import { nobodyYet, type Passages, passed } from './passages.ts';

/** Counts who passes through a flow while it is shown, and says whether the line to the server is there. */
export function usePassages(flow: string): { readonly passages: Passages; readonly isOpen: boolean } {
  const [passages, setPassages] = useState(nobodyYet);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    setPassages(nobodyYet);
    return listen('journal', {
      news: (news) => {
        if (news.type === 'journal') setPassages((before) => passed(before, news.entry, flow));
      },
      line: setOpen,
    });
  }, [flow]);
  return { passages, isOpen };
}
