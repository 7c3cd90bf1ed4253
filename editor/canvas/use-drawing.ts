import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Layout } from '../../nodes/contract/flow.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { Point } from '../desk/edits/add-node.ts';
import { useCanvas, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import type { CanvasState } from './canvas-state.ts';
import type { Drawn } from './to-xyflow.ts';
import { usePicture } from './use-picture.ts';
import type { Way } from './WayEdge.tsx';

/** Where things are while they are dragged or resized, before the desk hears of it. */
interface Moved extends Point {
  readonly width?: number;
  readonly height?: number;
}

type Moving = ReadonlyMap<string, Moved>;
const STILL: Moving = new Map();

/** What React Flow draws, and what it hears back: dragging is its own affair until the mouse is let go. */
export function useDrawing() {
  const picture = usePicture();
  const [moving, setMoving] = useState<Moving>(STILL);
  const nodes = useNodes(picture.nodes, moving);
  const edges = useEdges(picture.edges);
  const onNodesChange = useNodesChange(picture.nodes, setMoving);
  const onEdgesChange = useEdgesChange();
  const deeds = useDeeds();
  const latest = useRef({ moving, picture });
  latest.current = { moving, picture };
  const desk = useDeskStore();
  const letGo = useCallback(() => {
    const { moving: moved, picture: shown } = latest.current;
    deeds.move(placesOf(moved, shown.nodes, desk.getState().document.layout));
    setMoving(STILL);
  }, [deeds, desk]);
  return {
    nodes: nodes as Drawn[],
    edges: edges as Way[],
    onNodesChange,
    onEdgesChange,
    onNodeDragStop: letGo,
    onSelectionDragStop: letGo,
  };
}

/** The picture with what is selected, and what is being moved. */
function useNodes(drawn: readonly Drawn[], moving: Moving): readonly Drawn[] {
  const chosen = useDesk((desk) => desk.chosen);
  const selected = useRef(new Map<Drawn, Drawn>());
  const marked = useMemo(() => {
    const ids = new Set(chosen);
    const next = new Map<Drawn, Drawn>();
    const list = drawn.map((node) => {
      if (!ids.has(node.id)) return node;
      const same = selected.current.get(node) ?? { ...node, selected: true };
      next.set(node, same);
      return same;
    });
    selected.current = next;
    return list;
  }, [drawn, chosen]);
  return useMemo(
    () =>
      moving.size === 0
        ? marked
        : marked.map((node) => {
            const to = moving.get(node.id);
            if (!to) return node;
            const { width = node.width, height = node.height } = to;
            const size =
              width !== undefined && height !== undefined
                ? { width, height, measured: { width, height } }
                : {};
            return { ...node, ...size, position: { x: to.x, y: to.y } };
          }),
    [marked, moving],
  );
}

function useEdges(ways: readonly Way[]): readonly Way[] {
  const edge = useCanvas((state) => state.edge);
  const passed = useCanvas((state) => state.passages.edges);
  return useMemo(
    () =>
      edge === undefined && passed.size === 0
        ? ways
        : ways.map((way) => {
            const isTravelled = passed.has(way.id);
            if (way.id !== edge && !isTravelled) return way;
            return {
              ...way,
              ...(way.id === edge && { selected: true }),
              ...(isTravelled && { className: 'travelled' }),
            };
          }),
    [ways, edge, passed],
  );
}

function useNodesChange(drawn: readonly Drawn[], setMoving: (change: (before: Moving) => Moving) => void) {
  const desk = useDeskStore();
  const isFixed = useStore(desk, ({ isReadOnly }) => isReadOnly);
  const latest = useRef(drawn);
  latest.current = drawn;
  return useCallback(
    (changes: NodeChange<Drawn>[]) => {
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length > 0) {
        const { chosen, choose } = desk.getState();
        const next = new Set(chosen);
        for (const { id, selected } of picks) selected ? next.add(id) : next.delete(id);
        choose([...next]);
      }
      if (isFixed) return;
      const moves = changes.filter(isMove);
      if (moves.length > 0) setMoving((before) => withMoves(before, moves, latest.current));
    },
    [desk, isFixed, setMoving],
  );
}

type Move = Extract<NodeChange<Drawn>, { readonly type: 'position' | 'dimensions' }>;

const isMove = (change: NodeChange<Drawn>): change is Move =>
  (change.type === 'position' && change.position !== undefined) ||
  (change.type === 'dimensions' && change.resizing === true);

function withMoves(before: Moving, moves: readonly Move[], drawn: readonly Drawn[]): Moving {
  const next = new Map(before);
  const known = new Map(drawn.map((node) => [node.id, node]));
  const told = new Set(moves.map(({ id }) => id));
  for (const move of moves) {
    const node = known.get(move.id);
    if (!node) continue;
    const was = next.get(move.id) ?? node.position;
    if (move.type === 'dimensions') next.set(move.id, { ...was, ...move.dimensions });
    else if (move.position) {
      next.set(move.id, { ...was, x: move.position.x, y: move.position.y });
      if (node.type === 'frame') takeAlong(next, node, move.position, known, told);
    }
  }
  return next;
}

/** The nodes of a group go where its frame goes. */
function takeAlong(
  next: Map<string, Moved>,
  frame: Extract<Drawn, { readonly type?: 'frame' | 'folded' }>,
  to: Point,
  known: ReadonlyMap<string, Drawn>,
  told: ReadonlySet<string>,
): void {
  for (const id of frame.data.nodes) {
    const node = known.get(id);
    if (!node || told.has(id)) continue;
    const { x, y } = node.position;
    next.set(id, { x: x + to.x - frame.position.x, y: y + to.y - frame.position.y });
  }
}

/** What the desk is told when the mouse is let go: a folded group takes its nodes along. */
function placesOf(moving: Moving, drawn: readonly Drawn[], layout: Layout): ReadonlyMap<string, Point> {
  const known = new Map(drawn.map((node) => [node.id, node]));
  const places = new Map<string, Point>();
  for (const [id, { x, y }] of moving) {
    const node = known.get(id);
    if (node?.type === 'folded') {
      const [dx, dy] = [x - node.position.x, y - node.position.y];
      for (const member of node.data.nodes) {
        const was = layout[member];
        if (was) places.set(member, { x: was.x + dx, y: was.y + dy });
      }
    } else if (node?.type !== 'frame') places.set(id, { x, y });
  }
  return places;
}

function useEdgesChange() {
  const state = useCanvasStore();
  return useCallback(
    (changes: EdgeChange<Way>[]) => {
      for (const change of changes)
        if (change.type === 'select')
          state.setState((before) => withEdge(before, change.id, change.selected), true);
    },
    [state],
  );
}

function withEdge({ edge, ...rest }: CanvasState, id: string, isSelected: boolean): CanvasState {
  const next = isSelected ? id : edge === id ? undefined : edge;
  return { ...rest, ...(next !== undefined && { edge: next }) };
}
