import { expect, test } from 'vitest';
import { layOut } from '../../server/engine/flow-file/lay-out.ts';
import { edges, node } from '../lint/graphs.ts';

const nodes = (...ids: readonly string[]) => ids.map((id) => node(id, 'ask'));

test('columns count the steps from the beginning, rows the nodes of a column', () => {
  const graph = { nodes: nodes('a', 'b', 'c', 'd'), edges: edges('a x b', 'a y c', 'b x d', 'd x a') };
  expect(layOut({ ...graph, edges: graph.edges.slice(0, 3) })).toEqual({
    a: { x: 0, y: 0 },
    b: { x: 320, y: 0 },
    c: { x: 320, y: 160 },
    d: { x: 640, y: 0 },
  });
  expect(layOut(graph)).toEqual(layOut({ ...graph, edges: graph.edges.slice(0, 3) }));
});

test('what has its place keeps it, and what has none comes below', () => {
  const known = { a: { x: 5, y: 900 }, gone: { x: 0, y: 0 } };
  expect(layOut({ nodes: nodes('a', 'b'), edges: edges('a x b') }, known)).toEqual({
    a: { x: 5, y: 900 },
    b: { x: 320, y: 1060 },
  });
});

test('no two nodes share a place', () => {
  const many = {
    nodes: nodes(...Array.from({ length: 300 }, (_, n) => `n${n}`)),
    edges: edges('n1 x n2', 'n3 x n2'),
  };
  const places = Object.values(layOut(many)).map(({ x, y }) => `${x},${y}`);
  expect(new Set(places).size).toBe(300);
});
