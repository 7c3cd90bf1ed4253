import { isObject, type Json } from '../../nodes/contract/json.ts';
import type { GraphView, NodeTypeView } from '../../server/api/contract.ts';
import type { NodeWords } from '../lib/node-words.ts';

/** What things of a flow are called on the screen. */
export interface Names {
  node(id: string): string;
  type(type: string): string;
  port(node: string, port: string): string;
  /** The parameter at a path, as its form calls it. */
  field(type: string, path: string): string;
}

type Named = ReadonlyMap<string, Pick<NodeTypeView, 'title' | 'params'>>;

/** Node types under the names that the reader's language has for them. */
export const inWords = (types: ReadonlyMap<string, NodeTypeView>, words: NodeWords): Named =>
  new Map(
    [...types].map(([type, view]) => [type, { title: words.titleOf(view), params: words.schemaOf(view) }]),
  );

/** Names for what may be in any of several states of a flow; the first that knows it tells. */
export function namesOf(
  states: readonly GraphView[],
  types: Named,
  portLabel: NodeWords['portLabel'] = (_type, { label }) => label,
): Names {
  const type = (known: string): string => types.get(known)?.title ?? known;
  const first = <T>(find: (state: GraphView) => T | undefined): T | undefined => {
    for (const state of states) {
      const found = find(state);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const nodeOf = (id: string) => first(({ graph }) => graph.nodes.find((known) => known.id === id));
  return {
    type,
    node: (id) => {
      const node = nodeOf(id);
      return node ? (node.title ?? type(node.type)) : id;
    },
    port: (node, port) => {
      const found = first(({ ports }) => ports[node]?.find(({ id }) => id === port));
      return (found && portLabel(nodeOf(node)?.type ?? '', found)) || port;
    },
    field: (known, path) => labelOf(types.get(known)?.params as Json | undefined, path.split('.')) || path,
  };
}

/** The titles along a path of a schema; the names of list items are nobody's words. */
function labelOf(schema: Json | undefined, [name, ...rest]: readonly string[]): string {
  if (name === undefined || !isObject(schema)) return '';
  if (schema['type'] === 'array') {
    const place = /^\d+$/.test(name) ? String(Number(name) + 1) : '';
    return joined(place, labelOf(schema['items'], rest));
  }
  const properties = schema['properties'];
  const field = isObject(properties) ? properties[name] : undefined;
  const title = isObject(field) && typeof field['title'] === 'string' ? field['title'] : name;
  return joined(title, labelOf(field, rest));
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' › ');
