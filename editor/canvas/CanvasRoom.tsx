import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useDeskStore } from '../desk/DeskContext.tsx';
import { type CanvasState, type CanvasStore, createCanvasState } from './canvas-state.ts';
import type { Bench } from './deeds/bench.ts';
import { createDeeds, type Deeds } from './deeds/deeds.ts';
import type { Drawn } from './to-xyflow.ts';
import type { Way } from './WayEdge.tsx';

interface Room {
  readonly state: CanvasStore;
  readonly bench: Bench;
  readonly deeds: Deeds;
}

const Context = createContext<Room | undefined>(undefined);

/** Everything that works on the canvas of the flow on the desk lives below this. */
export const CanvasRoom = ({ children }: { readonly children: ReactNode }) => (
  <ReactFlowProvider>
    <Inside>{children}</Inside>
  </ReactFlowProvider>
);

function Inside({ children }: { readonly children: ReactNode }) {
  const desk = useDeskStore();
  const flow = useReactFlow<Drawn, Way>();
  const [state] = useState(createCanvasState);
  const pane = useRef<HTMLElement | null>(null);
  const room = useMemo<Room>(() => {
    const bench: Bench = { desk, flow, state, pane, dice: Math.random };
    return { state, bench, deeds: createDeeds(bench) };
  }, [desk, flow, state]);
  return <Context value={room}>{children}</Context>;
}

function useRoom(): Room {
  const room = use(Context);
  if (!room) throw new Error('There is no canvas here.');
  return room;
}

/** What can be done on the canvas. */
export const useDeeds = (): Deeds => useRoom().deeds;
export const useBench = (): Bench => useRoom().bench;
export const useCanvasStore = (): CanvasStore => useRoom().state;
export const useCanvas = <T,>(select: (state: CanvasState) => T): T => useStore(useRoom().state, select);
