import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { FlowView, NodeTypeView, VersionView } from '../../server/api/contract.ts';
import { documentOf, type FlowDocument } from './document.ts';
import { begin, type History, record, redo, undo } from './history.ts';

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
  /** Nothing may be changed: a phone, an older version, or somebody who may only look. */
  readonly isReadOnly: boolean;
  /** The selected nodes, notes and groups, by id. */
  readonly chosen: readonly string[];
  /** Where the page should lead the eye: the canvas centres the node, the inspector opens the field. */
  readonly aim?: Aim;
  readonly panel: Panel | undefined;
  readonly marks: Marks;

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
  mark(marks: Partial<Marks>): void;
  /** Takes over what the server answered to a save or a publishing of `of`. */
  answered(flow: FlowView, of?: FlowDocument): void;
  setSaving(saving: Saving): void;
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

/** Lays a flow on the desk. */
export function createDesk(
  flow: FlowView,
  types: ReadonlyMap<string, NodeTypeView>,
  { isReadOnly }: { readonly isReadOnly: boolean },
): DeskStore {
  const first = documentOf(flow);
  return createStore<Desk>()((set, get) => {
    const go = (history: History<FlowDocument>, ports: Ports = {}) =>
      set((before) => ({
        history,
        document: history.present,
        ports: { ...before.ports, ...ports },
        saving: history.present === before.saved ? 'saved' : 'dirty',
      }));
    return {
      flow,
      types,
      history: begin(first),
      document: first,
      saved: first,
      saving: 'saved',
      ports: flow.draft.ports,
      isReadOnly,
      chosen: [],
      panel: undefined,
      marks: {},
      edit: (change, { joins, ports } = {}) => {
        const { history, isReadOnly: fixed } = get();
        if (fixed) return;
        const next = record(history, change(history.present), joins);
        if (next !== history) go(next, ports);
      },
      undo: () => go(undo(get().history)),
      redo: () => go(redo(get().history)),
      choose: (chosen) => set({ chosen }),
      open: (node, field) =>
        set(({ aim }) => ({ chosen: [node], panel: 'node', aim: aimAfter(aim, node, field) })),
      lookAt: (node) => set(({ aim }) => ({ aim: aimAfter(aim, node) })),
      showPanel: (panel) => set({ panel }),
      show: (version) =>
        set(
          ({ version: _, ...rest }) => ({
            ...rest,
            ...(version && { version }),
            isReadOnly: isReadOnly || version !== undefined,
            chosen: [],
          }),
          true,
        ),
      mark: (marks) => set((before) => ({ marks: { ...before.marks, ...marks } })),
      answered: (answer, of) =>
        set((before) => ({
          flow: answer,
          ports: answer.draft.ports,
          ...(of && { saved: of, saving: of === before.document ? 'saved' : 'dirty' }),
        })),
      setSaving: (saving) => set({ saving }),
    };
  });
}

const aimAfter = (before: Aim | undefined, node: string, field?: string): Aim => ({
  node,
  turn: (before?.turn ?? 0) + 1,
  ...(field !== undefined && { field }),
});
