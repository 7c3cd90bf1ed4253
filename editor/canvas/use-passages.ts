import { useEffect, useState } from 'react';
import { listen } from '../lib/live.ts';
import { useCanvasStore } from './CanvasRoom.tsx';
import { nobodyYet, passed } from './passages.ts';

/** Lights up who passes through a flow while that is wanted; says whether the line to the server is there. */
export function usePassages(flow: string, isWanted: boolean): boolean {
  const canvas = useCanvasStore();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    canvas.setState({ passages: nobodyYet });
    if (!isWanted) return;
    return listen('journal', {
      news: (news) => {
        if (news.type === 'journal')
          canvas.setState(({ passages }) => ({ passages: passed(passages, news.entry, flow) }));
      },
      line: setOpen,
    });
  }, [canvas, flow, isWanted]);
  return isOpen;
}
