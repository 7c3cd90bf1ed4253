import { expect, test } from 'vitest';
import type { FlowDocument } from '../../../editor/desk/document.ts';
import { variableFor } from '../../../editor/forms/model/answer-paths.ts';
import { cutTo, lookOf } from '../../../editor/forms/model/shown-choices.ts';
import { ownPath } from '../../../editor/forms/upload.ts';
import { examplesIn } from '../../../editor/forms/variables.ts';
import {
  copyIds,
  withAbout,
  withCopies,
  withOnFailure,
  withoutNodes,
  withSample,
  withTitle,
  withWay,
} from '../../../editor/inspector/edits.ts';

const flow: FlowDocument = {
  name: 'Prices',
  graph: {
    nodes: [
      { id: 'a', type: 'ask', v: 2, params: { odd: { kept: true } } },
      { id: 'b', type: 'end', v: 1, params: {} },
    ],
    edges: [{ from: 'a', port: 'answered', to: 'b' }],
  },
  layout: { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } },
  samples: { a: { is: 'record', record: null } },
  groups: [{ id: 'g', title: 'G', nodes: ['a', 'b'] }],
};

test('boxes are doubled with the edges among them, under ids of their own', () => {
  const ids = copyIds(['a', 'b', 'nowhere'], flow.graph);
  expect([...ids]).toEqual([
    ['a', 'a-2'],
    ['b', 'b-2'],
  ]);
  const doubled = withCopies(ids)(flow);
  expect(doubled.graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'a-2', 'b-2']);
  expect(doubled.graph.nodes[2]?.params).toEqual({ odd: { kept: true } });
  expect(doubled.graph.edges).toContainEqual({ from: 'a-2', port: 'answered', to: 'b-2' });
  expect(doubled.layout['a-2']).toEqual({ x: 40, y: 40 });
});

test('boxes go with everything that hangs on them', () => {
  const rest = withoutNodes(['a'])(flow);
  expect(rest).toEqual({
    name: 'Prices',
    graph: { nodes: [flow.graph.nodes[1]], edges: [] },
    layout: { b: { x: 100, y: 0 } },
    samples: {},
    groups: [{ id: 'g', title: 'G', nodes: ['b'] }],
  });
  expect(withoutNodes(['a', 'b'])(flow).groups).toEqual([]);
});

test('names, ways, samples and what the flow is about', () => {
  expect(withTitle('a', 'Ask')(flow).graph.nodes[0]).toMatchObject({ title: 'Ask' });
  expect(withTitle('a', '')(withTitle('a', 'Ask')(flow)).graph.nodes[0]).not.toHaveProperty('title');
  expect(withWay('a', 'answered', undefined)(flow).graph.edges).toEqual([]);
  expect(withWay('a', 'answered', 'a')(flow).graph.edges).toEqual([{ from: 'a', port: 'answered', to: 'a' }]);
  expect(withSample('b', { is: 'http', status: 200, body: 1 })(flow).samples).toHaveProperty('b');
  expect(withSample('a', undefined)(flow).samples).toEqual({});
  expect(withOnFailure({ team: 't' })(flow).graph.onFailure).toEqual({ team: 't' });
  expect(withOnFailure(undefined)(withOnFailure({ team: 't' })(flow)).graph).not.toHaveProperty('onFailure');
  expect(withAbout({ description: 'x' })(flow).description).toBe('x');
  expect(withAbout({ description: '', labels: [] })(flow)).toEqual(flow);
});

test('what the phone shows of options', () => {
  expect([1, 3, 4, 10, 11].map((n) => lookOf(n).is)).toEqual([
    'buttons',
    'buttons',
    'list',
    'list',
    'numbers',
  ]);
  expect(cutTo('Talk to our sales people', 20)).toBe('Talk to our sales p…');
  expect(cutTo('👍'.repeat(20), 20)).toBe('👍'.repeat(20));
});

test('parts of an answer get names that variables may have', () => {
  expect(variableFor('order.items.0.price', [])).toBe('price');
  expect(variableFor('order.price', ['price'])).toBe('price_2');
  expect(variableFor('0', [])).toBe('part');
  expect(variableFor('user.now', [])).toBe('answer_now');
  expect(variableFor('a.first-name', [])).toBe('first_name');
});

test('examples become what texts are filled with', () => {
  const parts = [
    { path: 'order' },
    { path: 'order.total', example: 5 },
    { path: 'order.__proto__.bad', example: 1 },
  ];
  const known = [{ name: 'order', from: 'flow', setBy: [], parts }] as const;
  expect(examplesIn({ known, sets: [] })).toEqual({ order: { total: 5 } });
  expect(Object.prototype).not.toHaveProperty('bad');
  expect(examplesIn(undefined)).toEqual({});
});

test('files of ours are found wherever the page is', () => {
  expect(ownPath('https://shop.example/media/abcdefgh12/menu.pdf')).toBe('/media/abcdefgh12/menu.pdf');
  for (const link of ['https://example.com/menu.pdf', '{{ file }}', '', 'javascript:alert(1)'])
    expect(ownPath(link)).toBeUndefined();
});
