import { type Node, type NodeHandle, Position } from '@xyflow/react';
import type { GraphNode, NoteColour, StickyNote } from '../../nodes/contract/flow.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { GraphView } from '../../server/api/contract.ts';
import { edgeName } from '../desk/desk.ts';
import { faceOf } from '../lib/faces.ts';
import {
  BOX_WIDTH,
  DOOR,
  drawnPorts,
  HEAD_HEIGHT,
  heightOf,
  PORT_HEIGHT,
  type ShownPort,
  shownPorts,
} from './box-size.ts';
import type { Rect } from './detours.ts';
import { type Folded, foldedGroups, frameRect } from './frames.ts';
import type { Way } from './WayEdge.tsx';
import { waysOf } from './ways.ts';

/** A box as the canvas draws it. */
export interface BoxData extends Record<string, unknown> {
  readonly type: string;
  readonly group: string;
  readonly title: string;
  readonly summary: string;
  readonly isTrigger: boolean;
  /** The ways out that are worth showing, in order. */
  readonly ports: readonly ShownPort[];
  /** The ways out for trouble that nobody has drawn, shown when the box is selected. */
  readonly more: readonly ShownPort[];
  readonly trouble?: Trouble;
}

/** What is wrong with a node, in short. */
export interface Trouble {
  readonly isError: boolean;
  /** The first sentence about it. */
  readonly says: string;
  readonly count: number;
}

export interface FrameData extends Record<string, unknown> {
  readonly title: string;
  readonly nodes: readonly string[];
  /** What a folded group still shows: the ways out that lead elsewhere. */
  readonly ports: readonly ShownPort[];
  readonly isEntered: boolean;
  readonly count: number;
}

export interface NoteData extends Record<string, unknown> {
  readonly text: string;
  readonly colour: NoteColour;
}

export type Box = Node<BoxData, 'box'>;
export type Frame = Node<FrameData, 'frame' | 'folded'>;
export type Note = Node<NoteData, 'note'>;
export type Drawn = Box | Frame | Note;

/** What the canvas needs to know besides the graph. */
export interface Around {
  /** The titles of node types. */
  title(type: string): string;
  isTrigger(type: string): boolean;
  summary(node: GraphNode): string;
  trouble(node: string): Trouble | undefined;
  /** A way out by the name that whoever looks knows. */
  portLabel(type: string, port: Pick<Port, 'label' | 'authored'>): string;
}

export interface Picture {
  readonly nodes: readonly Drawn[];
  readonly edges: readonly Way[];
}

export const edgeId = edgeName;

/** A graph as React Flow wants it: the only place that knows both. */
export const toXyflow = (view: GraphView, around: Around): Picture => createPainter()(view, around);

/** Draws one state of a flow after the other, and gives back the same objects for what has not changed. */
export function createPainter(): (view: GraphView, around: Around) => Picture {
  let before: Kept = new Map();
  return (view, around) => {
    const now: Kept = new Map();
    const keep: Keep = (id, inputs, draw) => {
      const was = before.get(id);
      const isSame = was?.inputs.every((input, n) => input === inputs[n]);
      // What is kept under an id was drawn by the same function.
      const drawn = was && isSame ? (was.drawn as ReturnType<typeof draw>) : draw();
      now.set(id, { inputs, drawn });
      return drawn;
    };
    const folded = foldedGroups(view);
    const drawn = drawnPorts(view.graph);
    const nodes = [
      ...framesOf(view, drawn, keep),
      ...folded.map((one) => keep(`${one.group.id} folded`, [JSON.stringify(one)], () => foldedOf(one))),
      ...(view.notes ?? []).map((note) => keep(note.id, [note], () => noteOf(note))),
      ...boxesOf(view, folded, drawn, around, keep),
    ];
    const edges = waysOf(view, folded, around, keep);
    before = now;
    return { nodes, edges };
  };
}

type Kept = Map<string, { readonly inputs: readonly unknown[]; readonly drawn: Drawn | Way }>;
/** Gives back what was drawn before under an id, unless something that it hangs on has changed. */
export type Keep = <T extends Drawn | Way>(id: string, inputs: readonly unknown[], draw: () => T) => T;
type DrawnPorts = ReadonlyMap<string, ReadonlySet<string>>;

function framesOf(
  { groups = [], layout, ports }: GraphView,
  drawn: DrawnPorts,
  keep: Keep,
): readonly Frame[] {
  return groups.flatMap((group) => {
    const rect = group.collapsed
      ? undefined
      : frameRect(group.nodes, layout, (id) => shownPorts(ports[id] ?? [], drawn.get(id) ?? NONE));
    return rect ? [keep(group.id, [group, ...Object.values(rect)], () => frameOf(group, rect))] : [];
  });
}

function boxesOf(
  view: GraphView,
  folded: readonly Folded[],
  drawn: DrawnPorts,
  around: Around,
  keep: Keep,
): readonly Box[] {
  const hidden = new Set(folded.flatMap(({ group }) => group.nodes));
  return view.graph.nodes.flatMap((node) => {
    const { id, type } = node;
    if (hidden.has(id)) return [];
    const leaves = drawn.get(id) ?? NONE;
    const told = {
      around,
      title: node.title ?? around.title(type),
      summary: around.summary(node),
      trouble: around.trouble(id),
    };
    const inputs = [
      around.portLabel,
      ...[node, view.layout[id], view.ports[id], [...leaves].join('\n')],
      ...[told.title, told.summary, told.trouble && JSON.stringify(told.trouble)],
    ];
    return [keep(id, inputs, () => boxOf(node, view, leaves, told))];
  });
}

const NONE: ReadonlySet<string> = new Set();

interface Told {
  readonly around: Around;
  readonly title: string;
  readonly summary: string;
  readonly trouble: Trouble | undefined;
}

function boxOf(
  { id, type }: GraphNode,
  { layout, ports }: GraphView,
  drawn: ReadonlySet<string>,
  { around, title, summary, trouble }: Told,
): Box {
  const named = (ports[id] ?? []).map((port) => ({ ...port, label: around.portLabel(type, port) }));
  const shown = shownPorts(named, drawn);
  const more = named.filter((port) => !shown.some((other) => other.id === port.id));
  const isTrigger = around.isTrigger(type);
  const height = heightOf(shown);
  return {
    id,
    type: 'box',
    position: layout[id] ?? { x: 0, y: 0 },
    measured: { width: BOX_WIDTH, height },
    handles: handlesOf([...shown, ...more], !isTrigger),
    ariaLabel: `${title}: ${summary}`,
    data: {
      type,
      group: faceOf(type).group,
      title,
      summary,
      isTrigger,
      ports: shown,
      more: more.map((port: Port) => ({ id: port.id, label: port.label, isDrawn: false })),
      ...(trouble && { trouble }),
    },
  };
}

/** Where edges begin and end is known without asking the browser, so that nothing has to be measured. */
function handlesOf(ports: readonly { readonly id: string }[], isEntered: boolean): NodeHandle[] {
  const ways = ports.map(
    ({ id }, row): NodeHandle => ({
      id,
      type: 'source',
      position: Position.Right,
      x: BOX_WIDTH - HANDLE / 2,
      y: HEAD_HEIGHT + (row + 0.5) * PORT_HEIGHT - HANDLE / 2,
      width: HANDLE,
      height: HANDLE,
    }),
  );
  const door: NodeHandle = {
    type: 'target',
    position: Position.Left,
    x: -HANDLE / 2,
    y: DOOR - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
  };
  return isEntered ? [door, ...ways] : ways;
}

const HANDLE = 10;
/** Frames lie behind everything, notes behind boxes. */
const BEHIND = { frame: -2, note: -1 } as const;

const frameOf = (
  { id, title, nodes }: { readonly id: string } & Pick<FrameData, 'title' | 'nodes'>,
  rect: Rect,
): Frame => ({
  id,
  type: 'frame',
  position: { x: rect.x, y: rect.y },
  measured: { width: rect.width, height: rect.height },
  width: rect.width,
  height: rect.height,
  handles: [],
  zIndex: BEHIND.frame,
  ariaLabel: title,
  data: { title, nodes, ports: [], isEntered: false, count: nodes.length },
});

function foldedOf({ group: { id, title, nodes }, at, ways, isEntered }: Folded): Frame {
  return {
    id,
    type: 'folded',
    position: at,
    measured: { width: BOX_WIDTH, height: heightOf(ways) },
    handles: handlesOf(ways, isEntered),
    ariaLabel: title,
    data: { title, nodes, ports: ways, isEntered, count: nodes.length },
  };
}

const noteOf = ({ id, x, y, width, height, text, colour }: StickyNote): Note => ({
  id,
  type: 'note',
  position: { x, y },
  measured: { width, height },
  width,
  height,
  handles: [],
  zIndex: BEHIND.note,
  ariaLabel: text.slice(0, 80),
  data: { text, colour },
});
