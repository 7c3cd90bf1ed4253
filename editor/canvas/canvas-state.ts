import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '../desk/edits/add-node.ts';
import { nobodyYet, type Passages } from './passages.ts';

/** What the canvas remembers for itself, besides the flow: what is open over it and who is seen on it. */
export interface CanvasState {
  readonly adding?: Adding;
  readonly menu?: OpenMenu;
  /** The edge that is clicked. */
  readonly edge?: string;
  /** The edge under the pointer, and where. */
  readonly hover?: { readonly edge: string; readonly at: Point };
  /** The node whose ways out are listed, to choose one. */
  readonly portsOf?: { readonly node: string; readonly forWhat: 'add' | 'link' };
  /** A whole flow that was pasted: shall its boxes come in? */
  readonly offer?: { readonly name: string; readonly count: number; take(): void };
  readonly passages: Passages;
  /** Who has which node open, besides oneself. */
  readonly people: readonly Person[];
}

/** The box to type in what shall be added. */
export interface Adding {
  /** Where it opens, in pixels of the canvas's pane. */
  readonly screen: Point;
  /** Where the node is put, in the coordinates of the flow. */
  readonly at: Point;
  readonly from?: { readonly node: string; readonly port: string };
  /** The edge goes on from the new node to where it led. */
  readonly isBetween?: boolean;
}

export interface OpenMenu {
  readonly screen: Point;
  readonly at: Point;
  readonly edge?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly node?: string;
}

export type CanvasStore = StoreApi<CanvasState>;

export const createCanvasState = (): CanvasStore =>
  createStore<CanvasState>()(() => ({ passages: nobodyYet, people: [] }));

/** Closes whatever is open over the canvas. */
export const closeAll = (store: CanvasStore): void =>
  store.setState(({ passages, people }) => ({ passages, people }), true);
