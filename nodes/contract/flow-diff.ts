import type { Draft, Edge, Graph, GraphNode, Layout } from './flow.ts';
import { isObject, type Json } from './json.ts';

/** What became of a flow between two states of it. Empty lists all round: it means the same, and looks the same. */
export interface FlowDiff {
  readonly nodes: readonly NodeDiff[];
  readonly edges: { readonly added: readonly Edge[]; readonly removed: readonly Edge[] };
  readonly name?: Change<string>;
  readonly onFailure?: Change<NonNullable<Graph['onFailure']>>;
}

/** A node that is not what, or where, it was. One that was changed and moved is told of as changed. */
export interface NodeDiff {
  readonly node: string;
  readonly is: 'added' | 'removed' | 'changed' | 'moved';
  readonly type: string;
  /** The admin's own name for it: the newer one, if it has any. */
  readonly title?: string;
  /** What was changed; empty for all others. */
  readonly fields: readonly FieldDiff[];
}

/**
 * A value that was changed. `path` is `title`, `type`, or the place in the params, such as `options.red.label`:
 * items of a list go by their id if all of them have one, else by their place.
 */
export interface FieldDiff extends Change<Json> {
  readonly path: string;
}

/** Without `before` it is new, without `after` it is gone. */
export interface Change<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A state of a flow: a draft, or a version. */
export type FlowState = Pick<Draft, 'graph' | 'layout'> & { readonly name?: string };

/** Compares two states of a flow: nodes by id, in the order in which they are drawn now, those that are gone last. */
export function diffGraphs(before: FlowState, after: FlowState): FlowDiff {
  const old = byId(before.graph.nodes);
  const now = byId(after.graph.nodes);
  const kept = [...now.values()].flatMap((node): readonly NodeDiff[] => {
    const known = old.get(node.id);
    return known
      ? compared(known, node, hasMoved(node.id, before.layout, after.layout))
      : [told(node, 'added')];
  });
  const gone = [...old.values()].filter(({ id }) => !now.has(id)).map((node) => told(node, 'removed'));
  return {
    nodes: [...kept, ...gone],
    edges: {
      added: missingFrom(before.graph.edges, after.graph.edges),
      removed: missingFrom(after.graph.edges, before.graph.edges),
    },
    ...(before.name !== after.name && { name: changeOf(before.name, after.name) }),
    ...(!isEqual(before.graph.onFailure, after.graph.onFailure) && {
      onFailure: changeOf(before.graph.onFailure, after.graph.onFailure),
    }),
  };
}

/** Whether the flow means something else; where its boxes are drawn means nothing. */
export const meansElse = ({ nodes, edges, name, onFailure }: FlowDiff): boolean =>
  nodes.some(({ is }) => is !== 'moved') ||
  edges.added.length + edges.removed.length > 0 ||
  name !== undefined ||
  onFailure !== undefined;

/** The first of two nodes with one id counts, as everywhere. */
function byId(nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> {
  const known = new Map<string, GraphNode>();
  for (const node of nodes) if (!known.has(node.id)) known.set(node.id, node);
  return known;
}

const told = (
  { id, type, title }: GraphNode,
  is: NodeDiff['is'],
  fields: readonly FieldDiff[] = [],
): NodeDiff => ({ node: id, is, type, ...(title !== undefined && { title }), fields });

function compared(before: GraphNode, after: GraphNode, moved: boolean): readonly NodeDiff[] {
  const fields = [
    ...fieldDiffs('title', before.title, after.title),
    // Params of another type have nothing in common with those before.
    ...(before.type === after.type
      ? fieldDiffs('', before.params, after.params)
      : [{ path: 'type', before: before.type, after: after.type }]),
  ];
  if (fields.length > 0) return [told(after, 'changed', fields)];
  return moved ? [told(after, 'moved')] : [];
}

function hasMoved(node: string, before: Layout, after: Layout): boolean {
  const [from, to] = [before[node], after[node]];
  return from !== undefined && to !== undefined && (from.x !== to.x || from.y !== to.y);
}

function fieldDiffs(path: string, before: Json | undefined, after: Json | undefined): readonly FieldDiff[] {
  if (isEqual(before, after)) return [];
  const whole = [{ path, ...changeOf(before, after) }];
  const [old, now] = [partsOf(before), partsOf(after)];
  if (!old || !now || isReshaped(before, after)) return whole;
  const parts = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
    fieldDiffs(path === '' ? name : `${path}.${name}`, old.get(name), now.get(name)),
  );
  // Only the order is another.
  return parts.length > 0 ? parts : whole;
}

/** A list whose items have no names of their own is told of as a whole when items came or went. */
const isReshaped = (before: Json | undefined, after: Json | undefined): boolean =>
  Array.isArray(before) !== Array.isArray(after) ||
  (Array.isArray(before) &&
    Array.isArray(after) &&
    !(haveIds(before) && haveIds(after)) &&
    before.length !== after.length);

function partsOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  return new Map(items.map((item, i) => [haveIds(items) ? idOf(item) : String(i), item]));
}

const idOf = (item: Json): string => (isObject(item) && typeof item['id'] === 'string' ? item['id'] : '');

const haveIds = (items: readonly Json[]): boolean =>
  items.every((item) => idOf(item) !== '') && new Set(items.map(idOf)).size === items.length;

const changeOf = <T>(before: T | undefined, after: T | undefined): Change<T> => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const keyOf = ({ from, port, to }: Edge): string => JSON.stringify([from, port, to]);

function missingFrom(known: readonly Edge[], edges: readonly Edge[]): readonly Edge[] {
  const keys = new Set(known.map(keyOf));
  return edges.filter((edge) => !keys.has(keyOf(edge)));
}

/** Whether two values are the same JSON, whatever the order of their names; a field without a value is no field. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isEqual(a[name], b[name]));
}
