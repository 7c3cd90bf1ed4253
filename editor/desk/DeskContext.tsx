import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskStore } from './desk.ts';

/** The desk that the page has laid its flow on. */
export const DeskContext = createContext<DeskStore | undefined>(undefined);

/** Reads a part of the desk and is drawn again when that part changes. Only below a page that has a flow open. */
export const useDesk = <T,>(select: (desk: Desk) => T): T => useStore(useDeskStore(), select);

/** The desk itself, for handlers that read it when they run. */
export function useDeskStore(): DeskStore {
  const store = use(DeskContext);
  if (!store) throw new Error('There is no flow on the desk.');
  return store;
}
