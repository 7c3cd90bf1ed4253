import { MarkerType, type Node } from '@xyflow/react';
import type { Edge as GraphEdge } from '../../nodes/contract/flow.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { GraphView } from '../../server/api/contract.ts';
import { faceOf } from '../lib/faces.ts';
import type { NodeWords } from '../lib/node-words.ts';
import { type Course, detours, type Rect } from './detours.ts';
import { spread } from './spread.ts';
import type { Way } from './WayEdge.tsx';

/** A box as the canvas draws it. */
export interface BoxData extends Record<string, unknown> {
  readonly type: string;
  readonly group: string;
  readonly title: string;
  readonly summary: string;
  readonly isTrigger: boolean;
  /** The ways out that are worth showing, in order. */
  readonly ports: readonly ShownPort[];
  readonly mistakes: number;
  readonly passed: number;
}

export interface ShownPort {
  readonly id: string;
  readonly label: string;
  readonly isDrawn: boolean;
}

export type Box = Node<BoxData, 'box'>;

/** What the canvas needs to know besides the graph. */
export interface Around {
  /** The titles of node types. */
  title(type: string): string;
  isTrigger(type: string): boolean;
  /** How many mistakes the linter found on a node. */
  mistakes(node: string): number;
  readonly words: Pick<NodeWords, 'summaryOf' | 'portLabel'>;
}

const BOX_WIDTH = 244;
const HEAD_HEIGHT = 75;
const FOOT_HEIGHT = 6;
const PORT_HEIGHT = 23;
/** Where edges enter a box. */
const DOOR = 22;

/** A graph as React Flow wants it: the only place that knows both. */
export function toXyflow(
  view: GraphView,
  around: Around,
): { readonly nodes: readonly Box[]; readonly edges: readonly Way[] } {
  const { graph, ports } = view;
  const shown = new Map(
    graph.nodes.map(({ id, type }) => [
      id,
      shownPorts(ports[id] ?? [], view, id).map((port) => ({
        ...port,
        label: around.words.portLabel(type, port),
      })),
    ]),
  );
  const heights = new Map([...shown].map(([id, list]) => [id, heightOf(list)]));
  const places = spread(view.layout, heights);
  const nodes = graph.nodes.map(
    ({ id, type, title, params }): Box => ({
      id,
      type: 'box',
      position: places.get(id) ?? { x: 0, y: 0 },
      initialWidth: BOX_WIDTH,
      initialHeight: heightOf(shown.get(id) ?? []),
      ariaLabel: `${title ?? around.title(type)}: ${around.words.summaryOf(type, params)}`,
      data: {
        type,
        group: faceOf(type).group,
        title: title ?? around.title(type),
        summary: around.words.summaryOf(type, params),
        isTrigger: around.isTrigger(type),
        ports: shown.get(id) ?? [],
        mistakes: around.mistakes(id),
        passed: 0,
      },
    }),
  );
  const rects = new Map(
    nodes.map(({ id, position }) => [id, { ...position, width: BOX_WIDTH, height: heights.get(id) ?? 0 }]),
  );
  const ways = detours(
    graph.edges.flatMap((edge) => courseOf(edge, rects, shown)),
    [...rects.values()],
  );
  const edges = graph.edges
    .filter(({ from, to }) => rects.has(from) && rects.has(to))
    .map(({ from, port, to }): Way => {
      const detour = ways.get(edgeId(from, port));
      return {
        id: edgeId(from, port),
        type: 'way',
        source: from,
        sourceHandle: port,
        target: to,
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
        focusable: false,
        data: detour ? { detour } : {},
      };
    });
  return { nodes, edges };
}

const heightOf = (ports: readonly ShownPort[]): number =>
  HEAD_HEIGHT + ports.length * PORT_HEIGHT + FOOT_HEIGHT;

/** Where an edge leaves and where it enters. */
function courseOf(
  { from, port, to }: GraphEdge,
  rects: ReadonlyMap<string, Rect>,
  shown: ReadonlyMap<string, readonly ShownPort[]>,
): readonly Course[] {
  const [source, target] = [rects.get(from), rects.get(to)];
  if (!(source && target)) return [];
  const row = (shown.get(from) ?? []).findIndex(({ id }) => id === port);
  return [
    {
      id: edgeId(from, port),
      target: to,
      from: { x: source.x + source.width, y: source.y + HEAD_HEIGHT + (row + 0.5) * PORT_HEIGHT },
      to: { x: target.x, y: target.y + DOOR },
    },
  ];
}

export const edgeId = (from: string, port: string): string => `${from} ${port}`;

/** Ways out for trouble that nobody has drawn would only clutter the picture; the panel lists them. */
function shownPorts(
  ports: readonly Port[],
  { graph }: GraphView,
  node: string,
): readonly (Port & ShownPort)[] {
  const drawn = new Set(graph.edges.filter(({ from }) => from === node).map(({ port }) => port));
  const known = ports
    .filter(({ id, when }) => drawn.has(id) || when === undefined || when === 'done')
    .map((port) => ({ ...port, isDrawn: drawn.has(port.id) }));
  const lost = [...drawn]
    .filter((port) => !ports.some(({ id }) => id === port))
    .map((id) => ({ id, label: id, authored: true as const, isDrawn: true }));
  return [...known, ...lost];
}
