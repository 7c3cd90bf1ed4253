import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import './boxes.css';
import { useEffect, useMemo } from 'react';
import { useWords } from '../lib/language.tsx';
import { FlowNode } from './FlowNode.tsx';
import type { Passages } from './passages.ts';
import type { Box } from './to-xyflow.ts';
import { type Way, WayEdge } from './WayEdge.tsx';

interface CanvasProps {
  readonly nodes: readonly Box[];
  readonly edges: readonly Way[];
  readonly passages: Passages;
  readonly chosen: string | undefined;
  choose(node: string | undefined): void;
}

const TYPES = { box: FlowNode };
const WAYS = { way: WayEdge };
const FIT = { padding: 0.06, minZoom: 0.35, maxZoom: 1 };
/** How a small screen begins. */
const NEAR = 0.7;
const MARGIN = 24;

/** The flow as a picture that can be moved and looked into, but not changed. */
export const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <Picture {...props} />
  </ReactFlowProvider>
);

/** From afar only the names of boxes can be read, so they are written larger. */
const FAR = 0.62;

function Picture({ nodes, edges, passages, chosen, choose }: CanvasProps) {
  const { t } = useWords();
  const colorMode = useComputedColorScheme('light');
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  const shown = useMemo(
    () => nodes.map((node) => withPassages(node, passages, node.id === chosen)),
    [nodes, passages, chosen],
  );
  const ways = useMemo(() => edges.map((edge) => travelled(edge, passages)), [edges, passages]);
  return (
    <ReactFlow
      className={isFar ? 'canvas far' : 'canvas'}
      aria-label={t('canvas')}
      nodes={shown}
      edges={ways}
      nodeTypes={TYPES}
      edgeTypes={WAYS}
      colorMode={colorMode}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      elevateNodesOnSelect={false}
      minZoom={0.1}
      maxZoom={1.5}
      fitView
      fitViewOptions={FIT}
      onNodesChange={(changes) => {
        const taken = changes.find((change) => change.type === 'select' && change.selected);
        if (taken?.type === 'select') choose(taken.id);
      }}
      onPaneClick={() => choose(undefined)}
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={24} />
      <Controls showInteractive={false} />
      <MiniMap
        pannable
        zoomable
        className="canvas-map"
        nodeClassName={(node) => `map-${String(node.data['group'])}`}
      />
      <FitWhenNew nodes={nodes} />
    </ReactFlow>
  );
}

/** Another version is another picture: it is shown whole, or on a small screen from its beginning. */
function FitWhenNew({ nodes }: Pick<CanvasProps, 'nodes'>) {
  const { fitView, setViewport } = useReactFlow();
  useEffect(() => {
    const isNarrow = matchMedia('(max-width: 760px)').matches;
    const beginning = nodes.find(({ data }) => data.isTrigger)?.position;
    const show = () =>
      isNarrow && beginning
        ? setViewport({ x: MARGIN - beginning.x * NEAR, y: MARGIN - beginning.y * NEAR, zoom: NEAR })
        : fitView(FIT);
    const soon = setTimeout(() => void show(), 50);
    return () => clearTimeout(soon);
  }, [nodes, fitView, setViewport]);
  return null;
}

function withPassages(node: Box, { nodes }: Passages, selected: boolean): Box {
  const passed = nodes.get(node.id) ?? 0;
  return { ...node, selected, data: passed === node.data.passed ? node.data : { ...node.data, passed } };
}

function travelled(edge: Way, { edges }: Passages): Way {
  return edges.has(edge.id) ? { ...edge, className: 'travelled' } : edge;
}
