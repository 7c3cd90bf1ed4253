import type { Edge, Graph } from './flow.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** An edit of a graph, as a value: what a fix offers and the editor carries out, so that it can be undone. */
export type Change =
  | { readonly type: 'addEdge'; readonly edge: Edge }
  | { readonly type: 'removeEdge'; readonly edge: Edge }
  | { readonly type: 'removeNode'; readonly node: string }
  | { readonly type: 'setParam'; readonly node: string; readonly path: string; readonly value: Json }
  | { readonly type: 'removeParam'; readonly node: string; readonly path: string };

/** The graph after a change. A change of something that is not there changes nothing. */
export function applyChange(graph: Graph, change: Change): Graph {
  switch (change.type) {
    case 'addEdge':
      return { ...graph, edges: [...graph.edges, change.edge] };
    case 'removeEdge': {
      const at = graph.edges.findLastIndex((edge) => sameEdge(edge, change.edge));
      return { ...graph, edges: graph.edges.filter((_, i) => i !== at) };
    }
    case 'removeNode':
      return {
        ...graph,
        nodes: graph.nodes.filter(({ id }) => id !== change.node),
        edges: graph.edges.filter(({ from, to }) => from !== change.node && to !== change.node),
      };
    case 'setParam':
      return withParams(graph, change.node, (params) => put(params, change.path.split('.'), change.value));
    case 'removeParam':
      return withParams(graph, change.node, (params) => put(params, change.path.split('.'), undefined));
  }
}

const sameEdge = (a: Edge, b: Edge): boolean => a.from === b.from && a.port === b.port && a.to === b.to;

const withParams = (graph: Graph, id: string, edit: (params: JsonObject) => Json): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => {
    if (node.id !== id) return node;
    const params = edit(node.params);
    return isObject(params) ? { ...node, params } : node;
  }),
});

function put(whole: Json, [key, ...rest]: readonly string[], value: Json | undefined): Json {
  if (key === undefined) return value ?? whole;
  if (Array.isArray(whole)) return putItem(whole as readonly Json[], Number(key), rest, value);
  if (!isObject(whole)) return whole;
  const others = Object.entries(whole).filter(([name]) => name !== key);
  if (rest.length === 0 && value === undefined) return Object.fromEntries(others);
  // A path that leads through nothing makes what is missing on its way.
  const changed = put(whole[key] ?? {}, rest, value);
  return Object.hasOwn(whole, key)
    ? Object.fromEntries(Object.entries(whole).map(([name, old]) => [name, name === key ? changed : old]))
    : { ...whole, [key]: changed };
}

function putItem(list: readonly Json[], at: number, rest: readonly string[], value: Json | undefined): Json {
  if (rest.length === 0 && value === undefined) return list.filter((_, i) => i !== at);
  return list.map((item, i) => (i === at ? put(item, rest, value) : item));
}
