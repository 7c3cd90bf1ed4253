import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { FlowView, GraphView, NodeTypeView, VersionView } from '../../server/api/contract.ts';
import { documentOf, type FlowDocument } from './document.ts';
import { begin, type History, rebase, record, redo, undo } from './history.ts';
import { type Conflict, merge, type Side } from './merge.ts';
import { keepPorts } from './ports.ts';

/** The open flow: what is edited, what the server says of it, and what is looked at. Every panel of the page reads it. */
export interface Desk {
  /** The flow as the server last answered it: problems, ports, revision, what is live. */
  readonly flow: FlowView;
  readonly types: ReadonlyMap<string, NodeTypeView>;
  readonly history: History<FlowDocument>;
  /** What is edited now; the same as `history.present`. */
  readonly document: FlowDocument;
  /** What the server has. */
  readonly saved: FlowDocument;
  readonly saving: Saving;
  /** The ways out of each node, as far as known: a new node has those of its type until the server has looked at it. */
  readonly ports: Ports;
  /** The older version that is looked at instead of the draft. */
  readonly version?: VersionView;
  /** Two states in one picture, looked at instead of either. */
  readonly compared?: GraphView;
  /** Whoever looks may change flows, and sits at a screen that is large enough. */
  readonly mayEdit: boolean;
  /** Nothing may be changed: a phone, an older version, or somebody who may only look. */
  readonly isReadOnly: boolean;
  /** The selected nodes, notes and groups, by id. */
  readonly chosen: readonly string[];
  /** Where the page should lead the eye: the canvas centres the node, the inspector opens the field. */
  readonly aim?: Aim;
  readonly panel: Panel | undefined;
  readonly marks: Marks;
  /** What somebody else saved meanwhile and what only a person can decide about it. */
  readonly clash?: Clash;
  /** The server's sentence when it refused to save. */
  readonly refusal?: string;
  /** Something to be said in passing. */
  readonly notice?: Notice;

  /** Changes the document by a pure function: one step of undo. */
  edit(change: (document: FlowDocument) => FlowDocument, how?: HowToEdit): void;
  undo(): void;
  redo(): void;
  choose(ids: readonly string[]): void;
  /** Selects a node, opens the inspector on it and leads the eye there. */
  open(node: string, field?: string): void;
  /** Leads the eye to a node; the panel that is open stays. */
  lookAt(node: string): void;
  showPanel(panel: Panel | undefined): void;
  show(version: VersionView | undefined): void;
  compare(compared: GraphView | undefined): void;
  mark(marks: Partial<Marks>): void;
  setMayEdit(mayEdit: boolean): void;
  /** Takes over what the server answered to a save or a publishing of `of`. */
  answered(flow: FlowView, of?: FlowDocument): void;
  setSaving(saving: Saving, refusal?: string): void;
  /**
   * Mixes in what somebody else saved. Where both changed the same, `choose` decides; without it, the clash is shown and
   * nothing is changed. Answers whether it is mixed in.
   */
  takeIn(flow: FlowView, choose?: (conflict: Conflict) => Side): boolean;
  /** Says something in passing; what it says is a key of the texts of whoever shows it. */
  say(what: string, holes?: Notice['holes']): void;
}

export interface Clash {
  readonly flow: FlowView;
  readonly conflicts: readonly Conflict[];
}

export interface Notice {
  readonly what: string;
  readonly holes: { readonly [hole: string]: string | number };
  /** Rises with every notice. */
  readonly turn: number;
}

export type Ports = { readonly [node: string]: readonly Port[] };

/** - `dirty`: to be saved in a moment · `away`: the server does not answer, it is tried again · `conflict`: somebody else changed the same */
export type Saving = 'saved' | 'dirty' | 'saving' | 'away' | 'conflict' | 'refused';

export type Panel = 'node' | 'rehearsal' | 'problems' | 'versions';

export interface Aim {
  readonly node: string;
  /** The parameter to open, as a path such as `choices.2.label`. */
  readonly field?: string;
  /** Rises with every wish, so that the same one can be wished again. */
  readonly turn: number;
}

/** What is drawn over the canvas by the panels beside it. */
export interface Marks {
  /** The path that a rehearsal took; an edge is named by `edgeName`. */
  readonly lit?: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> };
  /** How nodes differ from what they are compared with. */
  readonly diff?: { readonly [node: string]: 'added' | 'removed' | 'changed' | 'moved' };
}

export interface HowToEdit {
  /** Edits in a row with the same name are one step of undo, such as typing in one field. */
  readonly joins?: string;
  /** The ways out of nodes that the edit brings in, as far as known. */
  readonly ports?: Ports;
}

/** How marks name an edge. */
export const edgeName = (from: string, port: string): string => `${from} ${port}`;

export type DeskStore = StoreApi<Desk>;

type Change = (change: (before: Desk) => Desk) => void;
type Deeds = {
  readonly [key in keyof Desk as Desk[key] extends (...args: never) => unknown ? key : never]: Desk[key];
};

/** Lays a flow on the desk. */
export function createDesk(
  flow: FlowView,
  types: ReadonlyMap<string, NodeTypeView>,
  { isReadOnly }: { readonly isReadOnly: boolean },
): DeskStore {
  const first = documentOf(flow);
  return createStore<Desk>()((set, get) => {
    const change: Change = (next) => set(next, true);
    return {
      flow,
      types,
      history: begin(first),
      document: first,
      saved: first,
      saving: 'saved',
      ports: flow.draft.ports,
      mayEdit: !isReadOnly,
      isReadOnly,
      chosen: [],
      panel: undefined,
      marks: {},
      ...editing(change, get),
      ...looking(change),
      ...hearing(change, get),
    };
  });
}

const stepped = (before: Desk, history: History<FlowDocument>, ports: Ports = {}): Desk => ({
  ...before,
  history,
  document: history.present,
  ports: { ...before.ports, ...ports },
  saving: before.clash ? 'conflict' : history.present === before.saved ? 'saved' : 'dirty',
});

const editing = (change: Change, get: () => Desk): Pick<Deeds, 'edit' | 'undo' | 'redo'> => ({
  edit: (make, { joins, ports } = {}) => {
    const { history, isReadOnly } = get();
    if (isReadOnly) return;
    const next = record(history, make(history.present), joins);
    if (next !== history) change((before) => stepped(before, next, ports));
  },
  undo: () => change((before) => (before.isReadOnly ? before : stepped(before, undo(before.history)))),
  redo: () => change((before) => (before.isReadOnly ? before : stepped(before, redo(before.history)))),
});

const looking = (
  change: Change,
): Pick<
  Deeds,
  'choose' | 'open' | 'lookAt' | 'showPanel' | 'show' | 'compare' | 'mark' | 'setMayEdit' | 'say'
> => ({
  choose: (chosen) => change((before) => ({ ...before, chosen })),
  open: (node, field) =>
    change((before) => ({
      ...before,
      chosen: [node],
      panel: 'node',
      aim: aimAfter(before.aim, node, field),
    })),
  lookAt: (node) => change((before) => ({ ...before, aim: aimAfter(before.aim, node) })),
  showPanel: (panel) => change((before) => ({ ...before, panel })),
  show: (version) =>
    change(({ version: _, ...before }) => ({
      ...before,
      ...(version && { version }),
      isReadOnly: !before.mayEdit || version !== undefined || before.compared !== undefined,
      chosen: [],
    })),
  compare: (compared) =>
    change(({ compared: _, ...before }) => ({
      ...before,
      ...(compared && { compared }),
      isReadOnly: !before.mayEdit || before.version !== undefined || compared !== undefined,
    })),
  mark: (marks) => change((before) => ({ ...before, marks: { ...before.marks, ...marks } })),
  setMayEdit: (mayEdit) =>
    change((before) => ({
      ...before,
      mayEdit,
      isReadOnly: !mayEdit || before.version !== undefined || before.compared !== undefined,
    })),
  say: (what, holes = {}) =>
    change((before) => ({ ...before, notice: { what, holes, turn: (before.notice?.turn ?? 0) + 1 } })),
});

const aimAfter = (before: Aim | undefined, node: string, field?: string): Aim => ({
  node,
  turn: (before?.turn ?? 0) + 1,
  ...(field !== undefined && { field }),
});

const hearing = (change: Change, get: () => Desk): Pick<Deeds, 'answered' | 'setSaving' | 'takeIn'> => ({
  answered: (answer, of) =>
    change((before) => ({
      ...before,
      flow: answer,
      ports: keepPorts(before.ports, answer.draft.ports, before.document),
      ...(of && { saved: of, saving: of === before.document ? 'saved' : 'dirty' }),
    })),
  setSaving: (saving, refusal) =>
    change(({ refusal: _, ...rest }) => ({
      ...rest,
      saving,
      ...(refusal !== undefined && { refusal }),
    })),
  takeIn: (theirs, choose) => {
    const { document, saved } = get();
    const { conflicts } = merge(saved, document, documentOf(theirs));
    const isClash = conflicts.length > 0 && !choose;
    change((before) => (isClash ? clashed(before, theirs, conflicts) : tookIn(before, theirs, choose)));
    return !isClash;
  },
});

const clashed = (before: Desk, flow: FlowView, conflicts: readonly Conflict[]): Desk => ({
  ...before,
  clash: { flow, conflicts },
  saving: 'conflict',
});

/** Undoing a step of one's own takes back nothing of what others did: in older steps, theirs holds. */
function tookIn({ clash: _, ...before }: Desk, flow: FlowView, choose?: (conflict: Conflict) => Side): Desk {
  const [base, theirs] = [before.saved, documentOf(flow)];
  const { document } = merge(base, before.document, theirs, choose);
  const steps = rebase(before.history, (step) => merge(base, step, theirs, () => 'theirs').document);
  return {
    ...before,
    flow,
    saved: theirs,
    document,
    history: { ...steps, present: document },
    ports: keepPorts(before.ports, flow.draft.ports, document),
    saving: document === theirs ? 'saved' : 'dirty',
  };
}
