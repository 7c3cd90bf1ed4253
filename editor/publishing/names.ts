import type { Schema } from '../../nodes/contract/schema.ts';
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

/** How node types are called by whoever reads the page; `useNodeWords` has it. */
export type TypeWords = Pick<NodeWords, 'titleOf' | 'schemaOf' | 'portLabel'>;

/** Names for what may be in any of several states of a flow; the first that knows it tells. */
export function namesOf(
  states: readonly GraphView[],
  types: ReadonlyMap<string, NodeTypeView>,
  words: TypeWords,
): Names {
  const type = (name: string): string => {
    const known = types.get(name);
    return known ? words.titleOf(known) : name;
  };
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
    port: (node, id) => {
      const port = first(({ ports }) => ports[node]?.find((known) => known.id === id));
      return (port && words.portLabel(nodeOf(node)?.type ?? '', port)) || id;
    },
    field: (name, path) => {
      const known = types.get(name);
      return (known && labelOf(words.schemaOf(known), path.split('.'))) || path;
    },
  };
}

/** The titles along a path of a schema; the names of list items are nobody's words. */
function labelOf(schema: Schema | undefined, [name, ...rest]: readonly string[]): string {
  if (name === undefined || schema === undefined) return '';
  if (schema.type === 'array') {
    const place = /^\d+$/.test(name) ? String(Number(name) + 1) : '';
    return joined(place, labelOf(schema.items, rest));
  }
  const field = schema.type === 'object' ? schema.properties[name] : undefined;
  return joined(field?.title ?? name, labelOf(field, rest));
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' › ');
