import { describe, expect, test } from 'vitest';
import { align } from '../../editor/canvas/edits/align.ts';
import { fold, group, ungroup } from '../../editor/canvas/edits/groups.ts';
import { move, nudge } from '../../editor/canvas/edits/move.ts';
import { addNote, editNote } from '../../editor/canvas/edits/notes.ts';
import { addNode, mainPort } from '../../editor/desk/edits/add-node.ts';
import { connect, disconnect } from '../../editor/desk/edits/connect.ts';
import { freeId } from '../../editor/desk/edits/ids.ts';
import { renameFlow } from '../../editor/desk/edits/names.ts';
import { cornerOf, paste, pieceOf } from '../../editor/desk/edits/piece.ts';
import { remove } from '../../editor/desk/edits/remove.ts';
import { withOnFailure, withTitle } from '../../editor/inspector/edits.ts';
import type { StickyNote } from '../../nodes/contract/flow.ts';
import { edges, flow, node } from './documents.ts';

const note: StickyNote = { id: 'n', x: 0, y: 300, width: 200, height: 100, text: 'Hm', colour: 'yellow' };
const half = () => 0.5;
const base = flow(['a', 'b', 'c'], 'a next b', 'b yes c');

test('a way out leads to one node: connecting again leads it elsewhere, in its place', () => {
  const led = connect(base, { from: 'a', port: 'next', to: 'c' });
  expect(led.graph.edges).toEqual(edges('a next c', 'b yes c'));
  expect(connect(led, { from: 'a', port: 'next', to: 'c' })).toBe(led);
  expect(connect(base, { from: 'a', port: 'next', to: 'nobody' })).toBe(base);
  expect(disconnect(base, { from: 'a', port: 'next' }).graph.edges).toEqual(edges('b yes c'));
  expect(disconnect(base, { from: 'c', port: 'next' })).toBe(base);
});

test('a new node follows where it came from, and takes over what was there when it is put in between', () => {
  const from = { node: 'a', port: 'next' };
  const between = addNode(base, { node: node('d'), at: { x: 1, y: 2 }, from, goesOnBy: 'done' });
  expect(between.graph.edges).toEqual(edges('a next d', 'b yes c', 'd done b'));
  expect(between.layout['d']).toEqual({ x: 1, y: 2 });
  const after = addNode(base, { node: node('d'), at: { x: 1, y: 2 }, from });
  expect(after.graph.edges).toEqual(edges('a next d', 'b yes c'));
  expect(
    mainPort([
      { id: 'late', label: 'Late', when: 'silence' },
      { id: 'on', label: 'On' },
    ]),
  ).toBe('on');
});

test('what is deleted takes its edges, its place, its sample and its seat in a group along', () => {
  const full = { ...group(base, { id: 'g', title: '', nodes: ['b', 'c'] }), notes: [note] };
  const left = remove({ ...full, samples: { b: { is: 'record', record: null } } }, new Set(['b', 'n']));
  expect(left).toEqual({
    ...flow(['a', 'c']),
    layout: { a: base.layout['a'], c: base.layout['c'] },
    groups: [{ id: 'g', title: '', nodes: ['c'] }],
  });
  expect(remove(full, new Set(['b', 'c'])).groups).toBeUndefined();
  expect(remove(full, new Set(['g'])).graph).toBe(full.graph);
  expect(remove(full, new Set(['nobody']))).toBe(full);
});

test('moving what stays where it is is no edit', () => {
  expect(move(base, new Map([['a', { x: 0, y: 0 }]]))).toBe(base);
  const moved = nudge({ ...base, notes: [note] }, new Set(['a', 'n']), { x: 16, y: 0 });
  expect([moved.layout['a'], moved.layout['b'], moved.notes?.[0]?.x]).toEqual([
    { x: 16, y: 0 },
    { x: 320, y: 0 },
    16,
  ]);
});

test('a copy has ids of its own, and only the edges inside it', () => {
  const piece = pieceOf(base, ['a', 'b']);
  expect(piece.edges).toEqual(edges('a next b'));
  const { document, ids, renamed } = paste(base, piece, { x: 10, y: 20 }, half);
  expect(new Set(document.graph.nodes.map(({ id }) => id)).size).toBe(5);
  expect(document.graph.edges.at(-1)).toEqual({ from: renamed.get('a'), port: 'next', to: renamed.get('b') });
  expect(ids.map((id) => document.layout[id])).toEqual([
    { x: 10, y: 20 },
    { x: 330, y: 20 },
  ]);
  expect(document.graph.nodes.slice(0, 3)).toEqual(base.graph.nodes);
});

test('a group is copied with its nodes, or when all its nodes are', () => {
  const grouped = group(base, { id: 'g', title: 'Both', nodes: ['a', 'b'] });
  const { document, renamed } = paste(grouped, pieceOf(grouped, ['g']), { x: 0, y: 0 }, half);
  expect(document.groups?.[1]?.nodes).toEqual([renamed.get('a'), renamed.get('b')]);
  expect(pieceOf(grouped, ['a']).groups).toEqual([]);
  expect(cornerOf(pieceOf(grouped, ['b', 'c']))).toEqual({ x: 320, y: 0 });
});

test('a node is in one group at most', () => {
  const first = group(base, { id: 'g', title: '', nodes: ['a', 'b'] });
  const second = group(first, { id: 'h', title: '', nodes: ['b', 'c', 'nobody'] });
  expect(second.groups?.map(({ nodes }) => nodes)).toEqual([['a'], ['b', 'c']]);
  expect(fold(second, 'h', true).groups?.[1]).toMatchObject({ collapsed: true });
  expect(fold(fold(second, 'h', true), 'h', false)).toEqual(second);
  expect(ungroup(second, new Set(['g', 'h']))).toEqual(base);
});

test('names and notes', () => {
  expect(withTitle('a', 'Hello')(base).graph.nodes[0]?.title).toBe('Hello');
  expect(withTitle('a', ' ')(withTitle('a', 'Hello')(base))).toEqual(base);
  expect(renameFlow(base, ' ')).toBe(base);
  expect(withOnFailure(undefined)(withOnFailure({ team: 'sales' })(base))).toEqual(base);
  const noted = addNote(base, note);
  expect(editNote(noted, 'n', { text: 'Hm' })).toBe(noted);
  expect(editNote(noted, 'n', { text: 'x'.repeat(6_000) }).notes?.[0]?.text).toHaveLength(5_000);
});

test('a free id is free, and plain whatever the type is called', () => {
  const taken = freeId('ask', base, half);
  expect(freeId('ask', { ...base, notes: [{ ...note, id: taken }] }, half)).not.toBe(taken);
  expect(freeId('<script>', base, half)).toMatch(/^[A-Za-z0-9][\w-]{0,63}$/);
});

describe('aligning', () => {
  const rects = new Map([
    ['a', { x: 0, y: 0, width: 100, height: 50 }],
    ['b', { x: 300, y: 20, width: 100, height: 150 }],
    ['c', { x: 110, y: 90, width: 100, height: 50 }],
  ]);
  const at = (how: Parameters<typeof align>[1], axis: 'x' | 'y') =>
    ['a', 'b', 'c'].map((id) => align(rects, how).get(id)?.[axis]);

  test('puts edges and middles in line', () => {
    expect(at('left', 'x')).toEqual([0, 0, 0]);
    expect(at('right', 'x')).toEqual([300, 300, 300]);
    expect(at('centre', 'x')).toEqual([150, 150, 150]);
    expect(at('bottom', 'y')).toEqual([120, 20, 120]);
    expect(at('left', 'y')).toEqual([0, 20, 90]);
  });

  test('makes gaps equal, in the order in which boxes stand', () => {
    expect(at('across', 'x')).toEqual([0, 300, 150]);
    expect(align(new Map([...rects].slice(0, 1)), 'left').size).toBe(0);
  });
});
