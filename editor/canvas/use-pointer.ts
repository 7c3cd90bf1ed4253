import type { Connection, FinalConnectionState } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useMemo } from 'react';
import { useDeskStore } from '../desk/DeskContext.tsx';
import type { Point } from '../desk/edits/add-node.ts';
import { useBench, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { closeAll } from './canvas-state.ts';
import type { Bench } from './deeds/bench.ts';
import type { Drawn } from './to-xyflow.ts';
import type { Way } from './WayEdge.tsx';

const ONE_GESTURE_MS = 100;

type Press = Pick<MouseEvent, 'clientX' | 'clientY'>;

/** What the mouse does on the canvas besides dragging. */
export function usePointer() {
  const desk = useDeskStore();
  const bench = useBench();
  const state = useCanvasStore();
  const deeds = useDeeds();
  return useMemo(() => {
    const isTarget = ({ source, target }: Connection | Way) =>
      source !== target && deeds.mayBeEntered(target);
    const menu = (event: ReactMouseEvent | MouseEvent, edge?: string) => {
      event.preventDefault();
      const places = placesOf(bench, event);
      state.setState({ menu: { ...places, ...(edge !== undefined && { edge }) } });
    };
    // The browser also calls it a click on the pane when an edge is let fall there.
    let fell = Number.NEGATIVE_INFINITY;
    const handlers = {
      onConnect: ({ source, sourceHandle, target }: Connection) =>
        deeds.connect(source, sourceHandle ?? '', target),
      onConnectEnd: (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
        const from = end.fromNode && end.fromHandle?.id;
        if (end.isValid || !end.fromNode || !from) return;
        fell = event.timeStamp;
        letFall(bench, pressOf(event), { node: end.fromNode.id, port: from }, deeds);
      },
      onReconnect: (edge: Way, { target }: Connection) => {
        if (edge.data) deeds.connect(edge.data.from, edge.data.port, target);
      },
      onPaneClick: (event: ReactMouseEvent) => {
        if (event.timeStamp - fell < ONE_GESTURE_MS) return;
        closeAll(state);
        if (event.detail === 2) deeds.askWhat(placesOf(bench, event));
      },
      onPaneContextMenu: (event: ReactMouseEvent | MouseEvent) => menu(event),
      onNodeContextMenu: (event: ReactMouseEvent, node: Drawn) => {
        const { chosen, choose } = desk.getState();
        if (!chosen.includes(node.id)) choose([node.id]);
        menu(event);
      },
      onSelectionContextMenu: (event: ReactMouseEvent) => menu(event),
      onEdgeContextMenu: (event: ReactMouseEvent, edge: Way) => menu(event, edge.id),
      onNodeClick: (event: ReactMouseEvent, { type, id }: Drawn) => {
        const isAlone = !(event.shiftKey || event.metaKey || event.ctrlKey);
        if (type === 'box' && isAlone) desk.getState().open(id);
      },
      onEdgeMouseEnter: (event: ReactMouseEvent, edge: Way) =>
        state.setState({ hover: { edge: edge.id, at: placesOf(bench, event).at } }),
      onMoveEnd: () => bench.pane.current?.classList.remove('moving'),
      onMoveStart: (event: MouseEvent | TouchEvent | null) => {
        // Straight to the element: nothing shall be drawn anew for it.
        bench.pane.current?.classList.add('moving');
        if (event && (state.getState().menu || state.getState().adding)) closeAll(state);
      },
    };
    return { handlers, isTarget };
  }, [desk, bench, state, deeds]);
}

const pressOf = (event: MouseEvent | TouchEvent): Press =>
  'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;

/** Where something happened, on the screen and in the flow. */
function placesOf(
  { flow, pane }: Bench,
  { clientX, clientY }: Press,
): { readonly screen: Point; readonly at: Point } {
  const rect = pane.current?.getBoundingClientRect();
  return {
    screen: { x: clientX - (rect?.x ?? 0), y: clientY - (rect?.y ?? 0) },
    at: flow.screenToFlowPosition({ x: clientX, y: clientY }),
  };
}

interface Drop {
  askWhat(adding: object): void;
  connect(from: string, port: string, to: string): void;
}

/** An edge let fall on a box leads to it; let fall beside, it asks what shall follow. */
function letFall(
  bench: Bench,
  press: Press,
  from: { readonly node: string; readonly port: string },
  deeds: Drop,
): void {
  const under = document.elementFromPoint(press.clientX, press.clientY);
  const node = under?.closest('.react-flow__node-box')?.getAttribute('data-id');
  if (node) {
    if (node !== from.node) deeds.connect(from.node, from.port, node);
    return;
  }
  if (under && !bench.pane.current?.contains(under)) return;
  const { screen, at } = placesOf(bench, press);
  deeds.askWhat({ screen, at: { x: at.x, y: at.y - ABOVE }, from });
}

/** The edge arrives at the door of the box. */
const ABOVE = 22;
