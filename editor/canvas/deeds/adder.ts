import type { NodeTypeView } from '../../../server/api/contract.ts';
import { addNode, mainPort, type Point } from '../../desk/edits/add-node.ts';
import { connect, disconnect } from '../../desk/edits/connect.ts';
import { freeId } from '../../desk/edits/ids.ts';
import { BOX_WIDTH } from '../box-size.ts';
import { type Adding, closeAll } from '../canvas-state.ts';
import { addNote, NOTE_SIZE } from '../edits/notes.ts';
import { firstSetting } from '../first-setting.ts';
import { type Bench, freePlace, middleOf, rectsOf, snapped } from './bench.ts';
import { noteUse } from './recent.ts';

type Where = Partial<Pick<Adding, 'at' | 'from' | 'isBetween'>>;

export interface Adder {
  /** Puts a new node on the canvas, by itself where there is room, and opens it. */
  add(type: NodeTypeView, where?: Where): void;
  /** Opens the box to type in what shall be added. */
  askWhat(adding: Partial<Adding>): void;
  /** Asks what shall follow a node: by its one way out, or by the one that is chosen. */
  addAfter(node: string): void;
  connect(from: string, port: string, to: string): void;
  disconnect(edge: string): void;
  mayBeEntered(node: string): boolean;
  note(at?: Point): void;
}

const APART = 76;

export function adder(bench: Bench): Adder {
  const { desk, state } = bench;
  const self: Adder = {
    add: (type, where = {}) => add(bench, type, where),
    askWhat: (adding) => {
      if (desk.getState().isReadOnly) return;
      const at = adding.at ?? freePlace(bench, after(bench, adding.from) ?? centred(middleOf(bench)));
      closeAll(state);
      state.setState({ adding: { ...adding, at, screen: adding.screen ?? onPane(bench, at) } });
    },
    addAfter: (node) => {
      const { ports, document } = desk.getState();
      const free = (ports[node] ?? []).filter(
        ({ id }) => !document.graph.edges.some(({ from, port }) => from === node && port === id),
      );
      const [only, ...others] = free.filter(({ when }) => when === undefined || when === 'done');
      if (only && others.length === 0) return self.askWhat({ from: { node, port: only.id } });
      if ((ports[node] ?? []).length > 0) state.setState({ portsOf: { node, forWhat: 'add' } });
    },
    connect: (from, port, to) => {
      if (self.mayBeEntered(to)) desk.getState().edit((document) => connect(document, { from, port, to }));
    },
    disconnect: (edge) => {
      const found = bench.flow.getEdge(edge)?.data;
      if (found) desk.getState().edit((document) => disconnect(document, found));
      closeAll(state);
    },
    mayBeEntered: (node) => {
      const { document, types } = desk.getState();
      const found = document.graph.nodes.find(({ id }) => id === node);
      return found !== undefined && types.get(found.type)?.isTrigger !== true;
    },
    note: (at) => note(bench, at),
  };
  return self;
}

function add(bench: Bench, type: NodeTypeView, { at, from, isBetween }: Where): void {
  const { document, edit, open, isReadOnly } = bench.desk.getState();
  if (isReadOnly) return;
  const id = freeId(type.type, document, bench.dice);
  const node = { id, type: type.type, v: type.v, params: type.fresh.params };
  const place = at
    ? { x: snapped(at.x), y: snapped(at.y) }
    : freePlace(bench, after(bench, from) ?? centred(middleOf(bench)));
  const goesOnBy = isBetween ? mainPort(type.fresh.ports) : undefined;
  const isLed = from && !type.isTrigger;
  edit(
    (before) =>
      addNode(before, {
        node,
        at: place,
        ...(isLed && { from }),
        ...(goesOnBy !== undefined && { goesOnBy }),
      }),
    { ports: { [id]: type.fresh.ports } },
  );
  noteUse(type.type);
  closeAll(bench.state);
  open(id, firstSetting(type));
}

function note(bench: Bench, at: Point | undefined): void {
  const { document, edit, choose, isReadOnly } = bench.desk.getState();
  if (isReadOnly) return;
  const place = at ?? freePlace(bench, centred(middleOf(bench)));
  const id = freeId('note', document, bench.dice);
  edit((before) =>
    addNote(before, {
      ...{ id, ...NOTE_SIZE, text: '', colour: 'yellow' },
      ...{ x: snapped(place.x), y: snapped(place.y) },
    }),
  );
  choose([id]);
}

/** Right of where it comes from. */
function after(bench: Bench, from: Where['from']): Point | undefined {
  const rect = from && rectsOf(bench, new Set([from.node])).get(from.node);
  return rect && { x: rect.x + BOX_WIDTH + APART, y: rect.y };
}

const centred = ({ x, y }: Point): Point => ({ x: x - BOX_WIDTH / 2, y: y - 60 });

/** Where a place of the flow is seen, in pixels of the pane. */
function onPane({ flow, pane }: Bench, at: Point): Point {
  const rect = pane.current?.getBoundingClientRect();
  const { x, y } = flow.flowToScreenPosition({ ...at });
  return { x: x - (rect?.x ?? 0), y: y - (rect?.y ?? 0) };
}
