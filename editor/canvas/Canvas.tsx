import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  ConnectionLineType,
  MiniMap,
  ReactFlow,
  type ReactFlowProps,
  SelectionMode,
  useStore as useFlowStore,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import './boxes.css';
import './canvas.css';
import './scenery.css';
import { useCallback, useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { GRID } from './box-size.ts';
import { useBench } from './CanvasRoom.tsx';
import { EdgeTools } from './EdgeTools.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { Floating } from './Floating.tsx';
import { FlowNode } from './FlowNode.tsx';
import { FoldedNode, FrameNode } from './FrameNode.tsx';
import { NoteNode } from './NoteNode.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { Tools } from './Tools.tsx';
import { canvasTexts } from './texts.ts';
import type { Drawn } from './to-xyflow.ts';
import { useAim } from './use-aim.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useDrawing } from './use-drawing.ts';
import { useDrop } from './use-drop.ts';
import { usePointer } from './use-pointer.ts';
import { type Way, WayEdge } from './WayEdge.tsx';

const NODES = { box: FlowNode, frame: FrameNode, folded: FoldedNode, note: NoteNode };
const WAYS = { way: WayEdge };
/** From afar only the names of boxes can be read, so they are written larger. */
const FAR = 0.62;
const DISTANT = 0.42;
/** From further away nothing can be read, so it need not be drawn. */
const TINY = 0.28;
/** Beyond this many boxes only those that are seen are drawn. */
const MANY = 120;

/** The further away, the larger the names are written. */
const classesAt = (zoom: number): string =>
  [zoom < FAR && ' far', zoom < DISTANT && ' distant', zoom < TINY && ' tiny'].filter(Boolean).join('');

/** How the canvas answers to hands, whoever looks. */
const HABITS: ReactFlowProps<Drawn, Way> = {
  connectionLineType: ConnectionLineType.Bezier,
  connectionRadius: 28,
  reconnectRadius: 14,
  edgesFocusable: false,
  elevateNodesOnSelect: true,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  multiSelectionKeyCode: ['Meta', 'Control'],
  selectionKeyCode: 'Shift',
  selectionMode: SelectionMode.Partial,
  panActivationKeyCode: 'Space',
  panOnScroll: true,
  zoomOnDoubleClick: false,
  snapToGrid: true,
  snapGrid: [GRID, GRID],
  minZoom: 0.08,
  maxZoom: 2,
  fitViewOptions: { padding: 0.1, minZoom: 0.35, maxZoom: 1 },
  proOptions: { hideAttribution: true },
};

/** Small enough to leave the boxes their room. */
const MAP = { width: 140, height: 100 };

const NARROW = 760;
const NEAR = 0.7;
const MARGIN = 24;

/** A small screen shows the flow from its beginning, near enough to read, instead of all of it. */
function beginningOn(width: number, nodes: readonly Drawn[]): ReactFlowProps<Drawn, Way> {
  const trigger = nodes.find((node) => node.type === 'box' && node.data.isTrigger);
  if (width >= NARROW || !trigger) return {};
  const { x, y } = trigger.position;
  return { fitView: false, defaultViewport: { x: MARGIN - x * NEAR, y: 4 * MARGIN - y * NEAR, zoom: NEAR } };
}

/** The flow as a picture to be worked on; where nothing may be changed, to be moved and looked into. */
export function Canvas() {
  const t = useTexts(canvasTexts);
  const colorMode = useComputedColorScheme('light');
  const distance = useFlowStore(({ transform: [, , zoom] }) => classesAt(zoom));
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const bench = useBench();
  const drawing = useDrawing();
  const [isDrawn] = useState(drawing.nodes.length > 0);
  const { handlers: pointer, isTarget } = usePointer();
  const drop = useDrop();
  useCanvasKeys();
  useClipboard();
  useAim();
  const setPane = useCallback(
    (element: HTMLDivElement | null) => {
      bench.pane.current = element;
    },
    [bench],
  );
  return (
    <ReactFlow
      ref={setPane}
      className={`canvas${distance}`}
      aria-label={t('canvas')}
      nodeTypes={NODES}
      edgeTypes={WAYS}
      colorMode={colorMode}
      {...drawing}
      {...pointer}
      {...drop}
      isValidConnection={isTarget}
      nodesDraggable={!isFixed}
      nodesConnectable={!isFixed}
      edgesReconnectable={!isFixed}
      onlyRenderVisibleElements={drawing.nodes.length > MANY}
      // An empty canvas stays where it is: the first box lies where it was let go.
      fitView={isDrawn}
      {...HABITS}
      {...beginningOn(innerWidth, drawing.nodes)}
    >
      <Background gap={24} />
      {drawing.nodes.length > 0 && (
        <MiniMap
          pannable
          zoomable
          className="canvas-map"
          style={MAP}
          nodeClassName={(node) => `map-${String(node.data['group'] ?? node.type)}`}
        />
      )}
      <Tools />
      {!isFixed && <SelectionBar />}
      {!isFixed && <EdgeTools />}
      {!isFixed && <Floating />}
      <EmptyCanvas />
    </ReactFlow>
  );
}
