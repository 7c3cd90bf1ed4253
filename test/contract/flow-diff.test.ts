import { describe, expect, test } from 'vitest';
import type { Graph, GraphNode } from '../../nodes/contract/flow.ts';
import { diffGraphs, type FlowState, meansElse } from '../../nodes/contract/flow-diff.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';

const node = (id: string, params: JsonObject = {}, more: Partial<GraphNode> = {}): GraphNode => ({
  ...{ id, type: 'ask', v: 1, params },
  ...more,
});
const state = (nodes: readonly GraphNode[], more: Partial<Graph & FlowState> = {}): FlowState => {
  const { edges = [], onFailure, layout = {}, name } = more;
  return {
    graph: { nodes, edges, ...(onFailure && { onFailure }) },
    layout,
    ...(name !== undefined && { name }),
  };
};
const fieldsOf = (before: JsonObject, after: JsonObject) =>
  diffGraphs(state([node('a', before)]), state([node('a', after)])).nodes.flatMap(({ fields }) => fields);

describe('two states of a flow', () => {
  test('that are the same have nothing between them', () => {
    const both = state([node('a', { x: [1, { y: 2 }] })], { layout: { a: { x: 1, y: 2 } }, name: 'F' });
    const diff = diffGraphs(both, structuredClone(both));
    expect(diff).toEqual({ nodes: [], edges: { added: [], removed: [] } });
    expect(meansElse(diff)).toBe(false);
  });

  test('tell what was added, changed, moved and taken out', () => {
    const layout = (x: number) => ({ a: { x, y: 0 }, b: { x, y: 0 } });
    const before = state([node('a', { q: 'x' }), node('b'), node('c', {}, { title: 'Old' })], {
      layout: layout(0),
    });
    const after = state([node('new'), node('b'), node('a', { q: 'y' })], { layout: layout(9) });
    expect(diffGraphs(before, after).nodes.map(({ node, is }) => `${node} ${is}`)).toEqual([
      'new added',
      'b moved',
      'a changed',
      'c removed',
    ]);
    expect(diffGraphs(before, after).nodes.at(-1)).toMatchObject({ title: 'Old', fields: [] });
  });

  test('mean the same when boxes were only moved, or an order of names is another', () => {
    const before = state([node('a', { x: 1, y: 2 })], { layout: { a: { x: 0, y: 0 } } });
    const after = state([node('a', { y: 2, x: 1 })], { layout: { a: { x: 5, y: 0 } } });
    const diff = diffGraphs(before, after);
    expect(diff.nodes).toMatchObject([{ node: 'a', is: 'moved' }]);
    expect(meansElse(diff)).toBe(false);
  });

  test('tell of edges, of the name, and of where failures go', () => {
    const edge = (to: string) => ({ from: 'a', port: 'next', to });
    const diff = diffGraphs(
      state([node('a')], { edges: [edge('b'), edge('c')], name: 'Old' }),
      state([node('a')], { edges: [edge('c'), edge('d')], name: 'New', onFailure: { team: 'sales' } }),
    );
    expect(diff.edges).toEqual({ added: [edge('d')], removed: [edge('b')] });
    expect(diff.name).toEqual({ before: 'Old', after: 'New' });
    expect(diff.onFailure).toEqual({ after: { team: 'sales' } });
    expect(meansElse(diff)).toBe(true);
  });

  test('bear two nodes with one id: the first counts', () => {
    const diff = diffGraphs(state([node('a', { q: 1 }), node('a', { q: 2 })]), state([node('a', { q: 1 })]));
    expect(diff.nodes).toEqual([]);
  });
});

describe('what was changed in a node', () => {
  test('is told field by field, with what was there and what is', () => {
    expect(
      fieldsOf({ q: 'x', deep: { a: 1, b: 2 }, gone: 1 }, { q: 'y', deep: { a: 1, b: 3 }, new: true }),
    ).toEqual([
      { path: 'q', before: 'x', after: 'y' },
      { path: 'deep.b', before: 2, after: 3 },
      { path: 'gone', before: 1 },
      { path: 'new', after: true },
    ]);
  });

  test('goes by id in lists whose items have one, whatever their order', () => {
    const item = (id: string, label: string) => ({ id, label });
    expect(
      fieldsOf(
        { options: [item('r', 'Red'), item('g', 'Green')] },
        { options: [item('b', 'Blue'), item('r', 'Dark red')] },
      ),
    ).toEqual([
      { path: 'options.r.label', before: 'Red', after: 'Dark red' },
      { path: 'options.g', before: item('g', 'Green') },
      { path: 'options.b', after: item('b', 'Blue') },
    ]);
  });

  test('goes by place in other lists, and as a whole when they grew or shrank', () => {
    expect(fieldsOf({ words: ['a', 'b'] }, { words: ['a', 'c'] })).toEqual([
      { path: 'words.1', before: 'b', after: 'c' },
    ]);
    expect(fieldsOf({ words: ['a'] }, { words: ['a', 'b'] })).toEqual([
      { path: 'words', before: ['a'], after: ['a', 'b'] },
    ]);
  });

  test('is its title, or that it is of another type altogether', () => {
    const before = state([node('a', { q: 1 }, { title: 'Old' })]);
    expect(diffGraphs(before, state([node('a', { q: 1 })])).nodes[0]?.fields).toEqual([
      { path: 'title', before: 'Old' },
    ]);
    const other = state([node('a', { z: 1 }, { type: 'wait', title: 'Old' })]);
    expect(diffGraphs(before, other).nodes[0]).toMatchObject({
      type: 'wait',
      fields: [{ path: 'type', before: 'ask', after: 'wait' }],
    });
  });

  test('is the order of items that have ids', () => {
    const [r, g] = [{ id: 'r' }, { id: 'g' }];
    expect(fieldsOf({ options: [r, g] }, { options: [g, r] })).toEqual([
      { path: 'options', before: [r, g], after: [g, r] },
    ]);
  });
});
