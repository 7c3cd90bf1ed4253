import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromClipboard, toClipboard } from '../../editor/canvas/edits/clipboard.ts';
import { group } from '../../editor/canvas/edits/groups.ts';
import { paste, pieceOf } from '../../editor/desk/edits/piece.ts';
import { flow } from './documents.ts';

const base = group(flow(['a', 'b', 'c'], 'a next b', 'b yes c'), {
  id: 'g',
  title: 'Both',
  nodes: ['a', 'b'],
});

test('what is copied arrives in another flow', () => {
  const piece = pieceOf(base, ['a', 'b']);
  const reading = fromClipboard(toClipboard(piece));
  expect(reading).toEqual({ is: 'nodes', piece });
  const other = paste(flow(['a']), piece, { x: 0, y: 0 }, () => 0.3).document;
  expect([other.graph.nodes.length, other.graph.edges.length, other.groups?.length]).toEqual([3, 1, 1]);
});

test('a whole flow file is offered as its nodes', () => {
  const { graph, layout } = base;
  const text = JSON.stringify({ spec: 2, name: 'Prices', ...graph, layout });
  expect(fromClipboard(text)).toMatchObject({ is: 'flow', name: 'Prices', piece: { nodes: graph.nodes } });
});

test('answers of the outside do not travel', () => {
  const piece = { ...pieceOf(base, ['a']), samples: { a: { is: 'record', record: { secret: 1 } } as const } };
  expect(fromClipboard(toClipboard(piece))).toMatchObject({ piece: { samples: {} } });
});

const nested = (depth: number): string => `${'{"params":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each([
  ['words', 'Hello, how much is it?'],
  ['nothing', ''],
  ['broken', '{"sluice":"nodes"'],
  ['a list', '[1,2]'],
  ['other JSON', '{"name":"x"}'],
  ['a later form', '{"sluice":"nodes","v":2,"nodes":[{"id":"a","type":"ask","params":{}}]}'],
  ['no nodes', '{"sluice":"nodes","v":1,"nodes":[]}'],
  ['damaged nodes', '{"sluice":"nodes","v":1,"nodes":[1,null,{"id":7},{"id":"a","type":"ask","params":[]}]}'],
  ['too deep', `{"sluice":"nodes","v":1,"nodes":[{"id":"a","type":"ask","params":${nested(100)}}]}`],
  ['too long', `{"sluice":"nodes","v":1,"pad":"${'x'.repeat(4_000_001)}"}`],
])('%s is nothing of ours', (_, text) => {
  expect(fromClipboard(text)).toEqual({ is: 'other' });
});

test('what is half right comes as far as it is right', () => {
  const text = JSON.stringify({
    sluice: 'nodes',
    v: 1,
    nodes: [
      { id: 'a', type: 'ask', v: 0, title: 5, params: {} },
      { id: 'a', type: 'ask', params: { text: 'x' } },
    ],
    edges: [{ from: 'a', port: 'next', to: 'elsewhere' }, 'hm'],
    notes: [{ id: 'n', x: 1, y: 1, width: 1e9, text: 'Hm', colour: 'black' }],
    groups: [{ id: 'g', nodes: ['nobody'] }],
    layout: { a: { x: 'far', y: 1 }, __proto__: { x: 1, y: 1 } },
  });
  expect(fromClipboard(text)).toMatchObject({
    is: 'nodes',
    piece: {
      nodes: [{ id: 'a', v: 1, params: { text: 'x' } }],
      edges: [],
      notes: [{ width: 200, colour: 'yellow' }],
      groups: [],
      layout: {},
    },
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .jsonValue()
          .map((json) =>
            JSON.stringify({ sluice: 'nodes', v: 1, nodes: json, notes: json, groups: json, layout: json }),
          ),
      ),
      (text) => {
        expect(['nodes', 'flow', 'other']).toContain(fromClipboard(text).is);
      },
    ),
  );
});
