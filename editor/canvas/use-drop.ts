import { type DragEvent, useMemo } from 'react';
import { BOX_WIDTH } from './box-size.ts';
import { useBench, useDeeds } from './CanvasRoom.tsx';
import { useTypes } from './use-types.ts';

/** What the palette puts into a drag. */
export const DRAGGED = 'application/x-sluice-node';

/** Boxes dragged from the palette are put where they are let fall; on an edge, in between. */
export function useDrop() {
  const types = useTypes();
  const { flow } = useBench();
  const deeds = useDeeds();
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event: DragEvent) => {
        const type = types.get(event.dataTransfer.getData(DRAGGED));
        if (!type) return;
        event.preventDefault();
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const at = { x: x - BOX_WIDTH / 2, y: y - 24 };
        const edge = edgeUnder(event);
        const way = edge === undefined ? undefined : flow.getEdge(edge)?.data;
        deeds.add(type, { at, ...(way && { from: { node: way.from, port: way.port }, isBetween: true }) });
      },
    }),
    [types, flow, deeds],
  );
}

const edgeUnder = ({ clientX, clientY }: DragEvent): string | undefined =>
  document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest('.react-flow__edge')?.getAttribute('data-id'))
    .find((id): id is string => typeof id === 'string');
