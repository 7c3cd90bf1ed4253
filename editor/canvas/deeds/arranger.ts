import { freeId } from '../../desk/edits/ids.ts';
import { remove } from '../../desk/edits/remove.ts';
import { FRAME } from '../box-size.ts';
import { type Alignment, align } from '../edits/align.ts';
import { editGroup, fold, group, ungroup } from '../edits/groups.ts';
import { move, nudge, type Places } from '../edits/move.ts';
import { editNote } from '../edits/notes.ts';
import { tidy } from '../edits/tidy.ts';
import { type Bench, chosenThings, rectsOf } from './bench.ts';

export interface Arranger {
  removeChosen(): void;
  align(how: Alignment): void;
  tidy(): void;
  groupChosen(title: string): void;
  /** Lets the selected groups go. */
  ungroupChosen(): void;
  fold(group: string, isFolded: boolean): void;
  renameGroup(group: string, title: string): void;
  editNote: (id: string, change: Parameters<typeof editNote>[2]) => void;
  move(places: Places): void;
  nudge(x: number, y: number): void;
}

export function arranger(bench: Bench): Arranger {
  const { desk, flow, state } = bench;
  const edit = (...args: Parameters<ReturnType<typeof desk.getState>['edit']>) =>
    desk.getState().edit(...args);
  return {
    removeChosen: () => {
      const { chosen, choose, showPanel, panel } = desk.getState();
      if (chosen.length === 0) return;
      edit((document) => remove(document, new Set(chosen)));
      choose([]);
      if (panel === 'node') showPanel(undefined);
    },
    align: (how) => {
      const places = align(rectsOf(bench, chosenThings(bench)), how);
      edit((document) => move(document, places));
    },
    tidy: () => {
      const rects = rectsOf(bench);
      const { ports } = desk.getState();
      const size = (node: string) => rects.get(node) ?? { width: 0, height: 0 };
      edit((document) => tidy(document, { size, ports, frame: FRAME }));
      requestAnimationFrame(() => void flow.fitView({ padding: 0.1, maxZoom: 1, duration: 250 }));
    },
    groupChosen: (title) => {
      const { document, choose } = desk.getState();
      const nodes = [...chosenThings(bench)].filter((id) =>
        document.graph.nodes.some((node) => node.id === id),
      );
      if (nodes.length === 0) return;
      const id = freeId('group', document, bench.dice);
      edit((before) => group(before, { id, title, nodes }));
      choose([id]);
    },
    ungroupChosen: () => edit((document) => ungroup(document, new Set(desk.getState().chosen))),
    fold: (id, isFolded) => {
      edit((document) => fold(document, id, isFolded));
      state.setState(({ hover: _, ...rest }) => rest, true);
    },
    renameGroup: (id, title) =>
      edit((document) =>
        editGroup(document, id, (before) => ({ ...before, title: title.trim().slice(0, 200) })),
      ),
    editNote: (id, change) => edit((document) => editNote(document, id, change)),
    move: (places) => edit((document) => move(document, places)),
    nudge: (x, y) => edit((document) => nudge(document, chosenThings(bench), { x, y }), { joins: 'nudge' }),
  };
}
