import { useEffect } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useBench } from './CanvasRoom.tsx';
import { rectsOf } from './deeds/bench.ts';

const MARGIN = 40;
const SOON_MS = 80;

/** Leads the eye to the node that somebody wants to see, unless it is in sight already. */
export function useAim(): void {
  const aim = useDesk((desk) => desk.aim);
  const bench = useBench();
  useEffect(() => {
    if (!aim) return;
    // The panel that opens with it takes some of the room first.
    const soon = setTimeout(() => {
      const rect = rectsOf(bench, new Set([aim.node])).get(aim.node);
      const pane = bench.pane.current?.getBoundingClientRect();
      if (!(rect && pane)) return;
      const { x, y } = bench.flow.flowToScreenPosition(rect);
      const zoom = bench.flow.getZoom();
      const isSeen =
        x > pane.x + MARGIN &&
        y > pane.y + MARGIN &&
        x + rect.width * zoom < pane.right - MARGIN &&
        y + rect.height * zoom < pane.bottom - MARGIN;
      if (!isSeen)
        void bench.flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, duration: 250 });
    }, SOON_MS);
    return () => clearTimeout(soon);
  }, [aim, bench]);
}
