import { expect, test } from 'vitest';
import { applyChange, type Change } from '../../nodes/contract/change.ts';
import { edges, node } from './graphs.ts';

const graph = {
  nodes: [node('a', 'ask', { list: [{ x: 1 }, { x: 2 }], text: 'old' }), node('b', 'ask')],
  edges: edges('a next b', 'a next b', 'b next a'),
};
const params = (change: Change) => applyChange(graph, change).nodes[0]?.params;

test('params are set and removed wherever they are', () => {
  const set = (path: string) => params({ type: 'setParam', node: 'a', path, value: 'new' });
  expect(set('text')).toEqual({ list: [{ x: 1 }, { x: 2 }], text: 'new' });
  expect(set('list.1.x')).toEqual({ list: [{ x: 1 }, { x: 'new' }], text: 'old' });
  expect(set('more.deep')).toEqual({ list: [{ x: 1 }, { x: 2 }], text: 'old', more: { deep: 'new' } });
  const remove = (path: string) => params({ type: 'removeParam', node: 'a', path });
  expect(remove('text')).toEqual({ list: [{ x: 1 }, { x: 2 }] });
  expect(remove('list.0')).toEqual({ list: [{ x: 2 }], text: 'old' });
  expect(remove('list.0.x')).toEqual({ list: [{}, { x: 2 }], text: 'old' });
  expect(remove('gone')).toEqual({ list: [{ x: 1 }, { x: 2 }], text: 'old' });
});

test('a node goes with its edges; of two equal edges one goes', () => {
  expect(applyChange(graph, { type: 'removeNode', node: 'b' })).toEqual({
    nodes: [graph.nodes[0]],
    edges: [],
  });
  const [edge = { from: '', port: '', to: '' }] = graph.edges;
  expect(applyChange(graph, { type: 'removeEdge', edge }).edges).toEqual(edges('a next b', 'b next a'));
  expect(applyChange(graph, { type: 'addEdge', edge }).edges).toHaveLength(4);
});

test('a change of what is not there changes nothing', () => {
  expect(applyChange(graph, { type: 'removeNode', node: 'x' })).toEqual(graph);
  expect(applyChange(graph, { type: 'removeParam', node: 'a', path: 'text.deep.er' })).toEqual(graph);
  expect(applyChange(graph, { type: 'setParam', node: 'a', path: 'text.deep', value: 1 })).toEqual(graph);
});
