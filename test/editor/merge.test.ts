import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { group } from '../../editor/canvas/edits/groups.ts';
import { move } from '../../editor/canvas/edits/move.ts';
import { addNote, editNote } from '../../editor/canvas/edits/notes.ts';
import { createDesk } from '../../editor/desk/desk.ts';
import type { FlowDocument } from '../../editor/desk/document.ts';
import { addNode } from '../../editor/desk/edits/add-node.ts';
import { connect, disconnect } from '../../editor/desk/edits/connect.ts';
import { renameFlow } from '../../editor/desk/edits/names.ts';
import { remove } from '../../editor/desk/edits/remove.ts';
import { documentFrom, factsOf } from '../../editor/desk/facts.ts';
import { merge } from '../../editor/desk/merge.ts';
import { isSame } from '../../editor/desk/same.ts';
import { withTitle } from '../../editor/inspector/edits.ts';
import type { FlowView } from '../../server/api/contract.ts';
import { flow, node } from './documents.ts';

type Edit = (document: FlowDocument) => FlowDocument;

const base: FlowDocument = {
  ...flow(['a', 'b', 'c', 'd'], 'a next b', 'b yes c', 'b no d'),
  notes: [{ id: 'n', x: 0, y: 0, width: 200, height: 100, text: 'Mind this', colour: 'yellow' }],
  groups: [{ id: 'g', title: 'Group', nodes: ['c', 'd'] }],
  samples: { b: { is: 'http', status: 200, body: null } },
};

const setParam =
  (id: string, key: string, value: string): Edit =>
  (document) => ({
    ...document,
    graph: {
      ...document.graph,
      nodes: document.graph.nodes.map((one) =>
        one.id === id ? { ...one, params: { ...one.params, [key]: value } } : one,
      ),
    },
  });

/** Edits of which each touches something else. */
const EDITS: readonly Edit[] = [
  setParam('a', 'text', 'one'),
  setParam('a', 'more', 'two'),
  setParam('b', 'text', 'three'),
  withTitle('b', 'Bee'),
  (document) => renameFlow(document, 'Another'),
  (document) => move(document, new Map([['a', { x: 5, y: 5 }]])),
  (document) => move(document, new Map([['n', { x: 7, y: 7 }]])),
  (document) => editNote(document, 'n', { text: 'Look' }),
  (document) => connect(document, { from: 'a', port: 'late', to: 'd' }),
  (document) => connect(document, { from: 'b', port: 'yes', to: 'a' }),
  (document) => disconnect(document, { from: 'b', port: 'no' }),
  (document) => addNode(document, { node: node('e'), at: { x: 1, y: 1 }, from: { node: 'c', port: 'x' } }),
  (document) =>
    addNote(document, { id: 'm', x: 1, y: 1, width: 90, height: 90, text: 'New', colour: 'pink' }),
  (document) => group(document, { id: 'h', title: 'Both', nodes: ['a', 'b'] }),
];

/** What two documents say, whatever the order. */
const said = (document: FlowDocument) => new Map([...factsOf(document)].toSorted());

test('a document is the sum of its facts', () => {
  expect(documentFrom(factsOf(base))).toEqual(base);
});

test('edits that touch different things are both there, whoever saved first', () => {
  const numbers = EDITS.map((_, n) => n);
  fc.assert(
    fc.property(fc.shuffledSubarray(numbers), fc.nat(EDITS.length), (picked, cut) => {
      const apply = (list: readonly number[], document: FlowDocument) =>
        list.reduce((before, n) => EDITS[n]!(before), document);
      const [mine, theirs] = [picked.slice(0, cut), picked.slice(cut)];
      const merged = merge(base, apply(mine, base), apply(theirs, base));
      expect(merged.conflicts).toEqual([]);
      expect(said(merged.document)).toEqual(said(apply(picked, base)));
    }),
  );
});

/** What an edited document says that it did not say before; what goes with a deleted thing is left out. */
const changesIn = (document: FlowDocument) =>
  [...factsOf(document)].filter(
    ([key, { path, value }]) =>
      !['place', 'member', 'sample'].includes(path[0]) && !isSame(factsOf(base).get(key)?.value, value),
  );

test('no edit of either side is lost unless it was asked about', () => {
  const side = fc.shuffledSubarray([
    ...EDITS,
    ...['a', 'b', 'c', 'd', 'n', 'g'].map(
      (id): Edit =>
        (document) =>
          remove(document, new Set([id])),
    ),
    setParam('a', 'text', 'other'),
    withTitle('b', 'Wasp'),
  ]);
  fc.assert(
    fc.property(side, side, (left, right) => {
      const [mine, theirs] = [left, right].map((list) => list.reduce((one, edit) => edit(one), base));
      const { document, conflicts } = merge(base, mine!, theirs!);
      if (conflicts.length > 0) return;
      const is = factsOf(document);
      for (const [key, { value }] of [...changesIn(mine!), ...changesIn(theirs!)])
        expect(is.get(key)?.value, key).toEqual(value);
    }),
  );
});

describe('what both changed is asked about', () => {
  const mine = setParam('a', 'text', 'mine')(base);
  const theirs = setParam('a', 'text', 'theirs')(base);

  test('a field', () => {
    const asked = merge(base, mine, theirs);
    expect(asked.conflicts).toMatchObject([
      { kind: 'changed', path: ['param', 'a', 'text'], mine: 'mine', theirs: 'theirs' },
    ]);
    expect(asked.document.graph.nodes[0]?.params['text']).toBe('mine');
    const chosen = merge(base, mine, theirs, () => 'theirs').document;
    expect(chosen.graph.nodes[0]?.params['text']).toBe('theirs');
  });

  test('the same done by both is no question', () => {
    expect(merge(base, mine, setParam('a', 'text', 'mine')(base))).toEqual({ document: mine, conflicts: [] });
  });

  test('deleted by one, worked on by the other: gone, or back with its edges', () => {
    const without = remove(base, new Set(['b']));
    const worked = setParam('b', 'text', 'better')(base);
    const asked = merge(base, worked, without);
    expect(asked.conflicts).toMatchObject([{ kind: 'gone', path: ['node', 'b'], mine: 'b' }]);
    expect(said(asked.document)).toEqual(said(worked));
    const { graph, samples } = merge(base, worked, without, () => 'theirs').document;
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(graph.edges).toEqual([]);
    expect(samples).toBeUndefined();
  });

  test('an edge to what the other deleted', () => {
    const drawn = connect(base, { from: 'a', port: 'late', to: 'd' });
    const { conflicts, document } = merge(base, remove(base, new Set(['d'])), drawn, () => 'mine');
    expect(conflicts).toMatchObject([{ kind: 'gone', path: ['node', 'd'] }]);
    expect(document.graph.edges.some(({ to }) => to === 'd')).toBe(false);
  });

  test('deleting what the other only moved is no question', () => {
    const moved = move(base, new Map([['c', { x: 9, y: 9 }]]));
    const { conflicts, document } = merge(base, remove(base, new Set(['c'])), moved);
    expect(conflicts).toEqual([]);
    expect(document.layout['c']).toBeUndefined();
  });
});

describe('on the desk', () => {
  const { name, graph, layout, ...rest } = base;
  const view = (document: FlowDocument, revision: number): FlowView => ({
    ...{ id: 'f', name: document.name, order: 1, changed: false, revision, updatedAt: 0, triggers: [] },
    ...{ errors: 0, warnings: 0, nodes: 4, problems: [] },
    draft: { ...document, ports: {} },
  });
  const first = view({ name, graph, layout, ...rest }, 1);

  test('undo takes back one’s own step, and nothing of what others did', () => {
    const desk = createDesk(first, new Map(), { isReadOnly: false });
    desk.getState().edit(setParam('a', 'text', 'mine'));
    expect(desk.getState().takeIn(view(withTitle('b', 'Theirs')(base), 2))).toBe(true);
    expect(desk.getState()).toMatchObject({ saving: 'dirty', flow: { revision: 2 } });
    desk.getState().undo();
    const [a, b] = desk.getState().document.graph.nodes;
    expect([a?.params['text'], b?.title]).toEqual(['a', 'Theirs']);
    desk.getState().redo();
    expect(desk.getState().document.graph.nodes[0]?.params['text']).toBe('mine');
  });

  test('a clash changes nothing until somebody decides', () => {
    const desk = createDesk(first, new Map(), { isReadOnly: false });
    desk.getState().edit(setParam('a', 'text', 'mine'));
    const mine = desk.getState().document;
    const theirs = view(setParam('a', 'text', 'theirs')(base), 2);
    expect(desk.getState().takeIn(theirs)).toBe(false);
    expect(desk.getState()).toMatchObject({ saving: 'conflict', flow: { revision: 1 } });
    expect(desk.getState().document).toBe(mine);
    desk.getState().takeIn(theirs, () => 'theirs');
    expect(desk.getState().clash).toBeUndefined();
    expect(desk.getState().document.graph.nodes[0]?.params['text']).toBe('theirs');
  });

  test('what is just taken in is saved already', () => {
    const desk = createDesk(first, new Map(), { isReadOnly: false });
    desk.getState().takeIn(view(renameFlow(base, 'Theirs'), 2));
    expect(desk.getState()).toMatchObject({ saving: 'saved', document: { name: 'Theirs' } });
  });
});
