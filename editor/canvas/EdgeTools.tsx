import { IconPlus, IconX } from '@tabler/icons-react';
import { ViewportPortal } from '@xyflow/react';
import { useTexts } from '../lib/language.tsx';
import { useBench, useCanvas, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { canvasTexts } from './texts.ts';

/** On the edge under the pointer: put something in between, or let it go. */
export function EdgeTools() {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const state = useCanvasStore();
  const hover = useCanvas((canvas) => canvas.hover);
  const { flow } = useBench();
  const way = hover && flow.getEdge(hover.edge)?.data;
  if (!(hover && way)) return null;
  const leave = () => state.setState(({ hover: _, ...rest }) => rest, true);
  const { x, y } = hover.at;
  return (
    <ViewportPortal>
      <div
        className="edge-tools nopan"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        onPointerLeave={leave}
      >
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('insert')}
          title={t('insert')}
          onClick={() =>
            deeds.askWhat({ at: hover.at, from: { node: way.from, port: way.port }, isBetween: true })
          }
        >
          <IconPlus aria-hidden size={14} />
        </button>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('cutEdge')}
          title={t('cutEdge')}
          onClick={() => deeds.disconnect(hover.edge)}
        >
          <IconX aria-hidden size={14} />
        </button>
      </div>
    </ViewportPortal>
  );
}
