import fc from 'fast-check';
import { expect, test } from 'vitest';
import { group } from '../../editor/canvas/edits/groups.ts';
import { type Picture, tidy } from '../../editor/canvas/edits/tidy.ts';
import type { FlowDocument } from '../../editor/desk/document.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import { flow } from './documents.ts';

const SIZE = { width: 244, height: 120 };
const ports = (...ids: readonly string[]): readonly Port[] => ids.map((id) => ({ id, label: id }));
const picture = (known: Picture['ports'] = {}): Picture => ({
  size: () => SIZE,
  ports: known,
  frame: { side: 20, top: 52, folded: { width: 244, height: 60 } },
});

const overlaps = ({ layout, graph }: FlowDocument) =>
  graph.nodes.flatMap(({ id }, n) =>
    graph.nodes.slice(n + 1).filter((other) => {
      const [a, b] = [layout[id]!, layout[other.id]!];
      return Math.abs(a.x - b.x) < SIZE.width && Math.abs(a.y - b.y) < SIZE.height;
    }),
  );

test('branches lie in the order of their ports, whatever the order of the edges', () => {
  const document = flow(['a', 'x', 'y', 'z'], 'a no y', 'a late z', 'a yes x');
  const { layout } = tidy(document, picture({ a: ports('yes', 'no', 'late') }));
  expect(layout['x']!.y).toBeLessThan(layout['y']!.y);
  expect(layout['y']!.y).toBeLessThan(layout['z']!.y);
  expect(layout['a']!.y).toBe(layout['x']!.y);
  expect(layout['a']).toEqual(document.layout['a']);
});

test('what follows stands to the right; ways back and circles do no harm', () => {
  const { layout } = tidy(flow(['a', 'b', 'c'], 'a next b', 'b next c', 'c again a', 'c self c'), picture());
  expect(layout['a']!.x).toBeLessThan(layout['b']!.x);
  expect(layout['b']!.x).toBeLessThan(layout['c']!.x);
});

test('no box covers another, and tidying twice changes nothing', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `n${n}`);
  const edge = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('p', 'q', 'r'), fc.constantFrom(...ids));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), (drawn) => {
      const document = flow(ids, ...drawn.map((words) => words.join(' ')));
      const all = Object.fromEntries(ids.map((id) => [id, ports('p', 'q', 'r')]));
      const tidied = tidy(document, picture(all));
      expect(overlaps(tidied)).toEqual([]);
      expect(tidied.graph).toBe(document.graph);
    }),
  );
});

test('a group stays together, and nobody else stands in it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const document = group(flow(ids, 'a p b', 'a q c', 'b p d', 'c p e'), {
    id: 'g',
    title: '',
    nodes: ['b', 'd'],
  });
  const { layout } = tidy(document, picture({ a: ports('p', 'q') }));
  const [left, right] = [layout['b']!.x, layout['d']!.x + SIZE.width];
  const [top, bottom] = [layout['b']!.y, layout['d']!.y + SIZE.height];
  for (const id of ['a', 'c', 'e']) {
    const { x, y } = layout[id]!;
    expect(x + SIZE.width <= left || x >= right || y + SIZE.height <= top || y >= bottom, id).toBe(true);
  }
});

test('a note goes along with its box', () => {
  const plain = flow(['a', 'b'], 'a next b');
  const document: FlowDocument = {
    ...plain,
    layout: { a: { x: 0, y: 0 }, b: { x: 0, y: 900 } },
    notes: [{ id: 'n', x: 10, y: 850, width: 100, height: 80, text: '', colour: 'blue' }],
  };
  const { layout, notes } = tidy(document, picture());
  expect(notes![0]!.y - 850).toBe(layout['b']!.y - 900);
  expect(tidy(flow([]), picture())).toEqual(flow([]));
});

test('a thousand boxes in a row are no trouble', () => {
  const ids = Array.from({ length: 1_000 }, (_, n) => `n${n}`);
  const chain = ids.slice(1).map((id, n) => `n${n} p ${id}`);
  expect(overlaps(tidy(flow(ids, ...chain), picture()))).toEqual([]);
});
