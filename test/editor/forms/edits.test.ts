import { expect, test } from 'vitest';
import type { FlowDocument } from '../../../editor/desk/document.ts';
import { paste, pieceOf } from '../../../editor/desk/edits/piece.ts';
import { remove } from '../../../editor/desk/edits/remove.ts';
import { variableFor } from '../../../editor/forms/model/answer-paths.ts';
import { cutTo, lookOf } from '../../../editor/forms/model/shown-choices.ts';
import { ownPath } from '../../../editor/forms/upload.ts';
import { examplesIn } from '../../../editor/forms/variables.ts';
import { withAbout, withOnFailure, withSample, withTitle } from '../../../editor/inspector/edits.ts';

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
  const { document, ids } = paste(flow, pieceOf(flow, ['a', 'b', 'nowhere']), { x: 32, y: 32 }, () => 0);
  expect(document.graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'ask-0000', 'end-0000']);
  expect(ids).toEqual(expect.arrayContaining(['ask-0000', 'end-0000']));
  expect(document.graph.nodes[2]?.params).toEqual({ odd: { kept: true } });
  expect(document.graph.edges).toContainEqual({ from: 'ask-0000', port: 'answered', to: 'end-0000' });
  expect(document.layout['ask-0000']).toEqual({ x: 32, y: 32 });
});

test('boxes go with everything that hangs on them', () => {
  expect(remove(flow, new Set(['a']))).toEqual({
    name: 'Prices',
    graph: { nodes: [flow.graph.nodes[1]], edges: [] },
    layout: { b: { x: 100, y: 0 } },
    groups: [{ id: 'g', title: 'G', nodes: ['b'] }],
  });
  expect(remove(flow, new Set(['a', 'b'])).groups).toBeUndefined();
});

test('names, samples and what the flow is about', () => {
  expect(withTitle('a', 'Ask')(flow).graph.nodes[0]).toMatchObject({ title: 'Ask' });
  expect(withTitle('a', '')(withTitle('a', 'Ask')(flow)).graph.nodes[0]).not.toHaveProperty('title');
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
