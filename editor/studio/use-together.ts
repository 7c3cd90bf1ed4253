import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCanvasStore } from '../canvas/CanvasRoom.tsx';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { catchUp } from '../desk/save.ts';
import { flush } from '../desk/use-autosave.ts';
import { beHere, listen } from '../lib/live.ts';
import { useMayListen } from '../lib/me.ts';

/** Shows others where one is and where they are, and takes in what they save as soon as they have. */
export function useTogether(): void {
  const desk = useDeskStore();
  const canvas = useCanvasStore();
  const id = useDesk(({ flow }) => flow.id);
  const node = useStore(desk, ({ chosen, document }) =>
    chosen.length === 1 && document.graph.nodes.some((one) => one.id === chosen[0]) ? chosen[0] : undefined,
  );
  const mayListen = useMayListen();
  useEffect(() => {
    if (!mayListen) return;
    let wasAway = false;
    return listen(`flow:${id}`, {
      news: (news) => {
        if (news.type === 'flow' && news.flow === id) void catchUp(desk, news.revision);
      },
      // What happened while the line was down is not told again.
      line: (isOpen) => {
        if (!isOpen) wasAway = true;
        else if (wasAway) void flush(desk).then(() => catchUp(desk, desk.getState().flow.revision + 1));
      },
    });
  }, [desk, id, mayListen]);
  useEffect(() => {
    if (!mayListen) return;
    return beHere({ flow: id, ...(node !== undefined && { node }) }, (people) => canvas.setState({ people }));
  }, [canvas, id, node, mayListen]);
}
