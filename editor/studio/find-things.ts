import type { GraphNode } from '../../nodes/contract/flow.ts';
import { type Json, toText } from '../../nodes/contract/json.ts';
import type { NodeTypeView } from '../../server/api/contract.ts';
import type { FlowDocument } from '../desk/document.ts';

/** Something in a flow that a search found. */
export interface Found {
  readonly id: string;
  /** What is led to. */
  readonly target: string;
  readonly field?: string;
  readonly kind: 'node' | 'text' | 'sets' | 'uses' | 'note' | 'group';
  /** The node's name, and for texts the words around what was found. */
  readonly title: string;
  readonly says: string;
}

const MOST = 60;
const AROUND = 40;

/** Everything in a flow that holds the words: nodes by name and kind, texts, variables where they are set and used, notes. */
export function findThings(
  document: FlowDocument,
  types: ReadonlyMap<string, NodeTypeView>,
  search: string,
): readonly Found[] {
  const words = search.trim().toLocaleLowerCase();
  if (words === '') return [];
  const has = (text: string) => text.toLocaleLowerCase().includes(words);
  const { graph, notes = [], groups = [] } = document;
  const nameOf = ({ title, type }: GraphNode) => title ?? types.get(type)?.title ?? type;
  const named = graph.nodes.flatMap((node): readonly Found[] => {
    const says = types.get(node.type)?.title ?? node.type;
    const title = nameOf(node);
    return has(title) || has(says) ? [{ id: node.id, target: node.id, kind: 'node', title, says }] : [];
  });
  const inside = graph.nodes.flatMap((node) =>
    textsIn(node.params, types.get(node.type)?.params)
      .filter(({ text }) => has(text))
      .map(
        ({ path, text, format }): Found => ({
          ...{ id: `${node.id} ${path}`, target: node.id, field: path, title: nameOf(node) },
          kind: format === 'variable' ? 'sets' : usesVariable(text, words) ? 'uses' : 'text',
          says: around(text, words),
        }),
      ),
  );
  const found = [
    ...named,
    ...inside.toSorted((a, b) => RANK[a.kind] - RANK[b.kind]),
    ...groups.flatMap(({ id, title }): readonly Found[] =>
      has(title) ? [{ id, target: id, kind: 'group', title, says: '' }] : [],
    ),
    ...notes.flatMap(({ id, text }): readonly Found[] =>
      has(text) ? [{ id, target: id, kind: 'note', title: around(text, words), says: '' }] : [],
    ),
  ];
  return found.slice(0, MOST);
}

const RANK = { node: 0, sets: 1, uses: 2, text: 3, group: 4, note: 5 } as const;

interface Text {
  readonly path: string;
  readonly text: string;
  readonly format?: string;
}

type Schema = NodeTypeView['params'] | NodeTypeView['params']['properties'][string];

/** Every text in params, with the path to it and what the schema says it is. */
function textsIn(value: Json, schema: Schema | undefined, path = ''): readonly Text[] {
  if (Array.isArray(value)) {
    const each = schema?.type === 'array' ? schema.items : undefined;
    return (value as readonly Json[]).flatMap((item, n) => textsIn(item, each, join(path, String(n))));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      textsIn(inner, schema?.type === 'object' ? schema.properties[key] : undefined, join(path, key)),
    );
  const format = schema?.type === 'string' ? schema.format : undefined;
  return [{ path, text: toText(value), ...(format !== undefined && { format }) }];
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Whether a text has the words in one of its holes, or is a path to a variable. */
const usesVariable = (text: string, words: string): boolean =>
  [...text.toLocaleLowerCase().matchAll(/\{\{(.*?)\}\}/gs)].some(([, hole = '']) => hole.includes(words)) ||
  new RegExp(`^vars\\.${RegExp.escape(words)}`).test(text.toLocaleLowerCase());

function around(text: string, words: string): string {
  const at = text.toLocaleLowerCase().indexOf(words);
  const from = Math.max(0, at - AROUND);
  const to = at + words.length + AROUND;
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ')}${to < text.length ? '…' : ''}`;
}
