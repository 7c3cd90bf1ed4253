import type { Edge, GraphNode, NodeGroup, StickyNote } from '../../nodes/contract/flow.ts';
import type { FlowDocument } from './document.ts';

/**
 * A document as a heap of facts that can be compared and mixed one by one. The first part of a path says what kind of
 * fact it is; a node, note or group is there when its own fact is, such as `['node', 'ask-1']`.
 */
export type Facts = ReadonlyMap<string, Fact>;

export interface Fact {
  readonly path: Path;
  readonly value: unknown;
}

export type Path = readonly [kind: Kind, ...rest: string[]];
export type Kind =
  | 'flow'
  | 'node'
  | 'param'
  | 'title'
  | 'place'
  | 'edge'
  | 'note'
  | 'look'
  | 'group'
  | 'frame'
  | 'member'
  | 'sample';

export const keyOf = (path: Path): string => JSON.stringify(path);

/** Everything that a document says, one thing at a time. */
export function factsOf(document: FlowDocument): Facts {
  const facts = new Map<string, Fact>();
  const say = (path: Path, value: unknown) => {
    if (value !== undefined) facts.set(keyOf(path), { path, value });
  };
  const { name, description, labels, graph, layout, notes = [], groups = [], samples = {} } = document;
  for (const [key, value] of Object.entries({ name, description, labels, onFailure: graph.onFailure }))
    say(['flow', key], value);
  for (const node of graph.nodes) sayNode(node, say);
  for (const [id, place] of Object.entries(layout)) say(['place', id], place);
  for (const [way, edges] of Map.groupBy(graph.edges, wayOf))
    say(
      ['edge', ...(JSON.parse(way) as string[])],
      edges.map(({ to }) => to),
    );
  for (const { id, ...look } of notes) sayLook(id, look, say);
  for (const { id, title, nodes, collapsed } of groups) {
    say(['group', id], true);
    say(['frame', id, 'title'], title);
    say(['frame', id, 'collapsed'], collapsed === true ? true : undefined);
    for (const node of nodes) say(['member', node], id);
  }
  for (const [id, sample] of Object.entries(samples)) say(['sample', id], sample);
  return facts;
}

type Say = (path: Path, value: unknown) => void;

const wayOf = ({ from, port }: Edge): string => JSON.stringify([from, port]);

function sayNode({ id, type, v, title, params }: GraphNode, say: Say): void {
  say(['node', id], { type, v });
  say(['title', id], title);
  for (const [field, value] of Object.entries(params)) say(['param', id, field], value);
}

function sayLook(id: string, { x, y, width, height, text, colour }: Omit<StickyNote, 'id'>, say: Say): void {
  say(['note', id], true);
  say(['look', id, 'text'], text);
  say(['look', id, 'colour'], colour);
  say(['look', id, 'place'], { x, y });
  say(['look', id, 'size'], { width, height });
}

/** The document that facts tell of. What hangs on nothing, such as an edge of a node that is gone, is left out. */
export function documentFrom(facts: Facts): FlowDocument {
  const of = byKind(facts);
  const flow = Object.fromEntries(of('flow').map(({ path, value }) => [path[1], value]));
  const nodes = nodesFrom(of);
  const known = new Set(nodes.map(({ id }) => id));
  const keep = ({ path }: Fact) => known.has(path[1] ?? '');
  const edges = of('edge').flatMap(({ path: [, from = '', port = ''], value }) =>
    (value as readonly string[]).map((to): Edge => ({ from, port, to })),
  );
  const notes = notesFrom(of);
  const groups = groupsFrom(of, known);
  const samples = of('sample').filter(keep);
  const { onFailure, ...title } = flow;
  return {
    ...(title as Pick<FlowDocument, 'name' | 'description' | 'labels'>),
    graph: { nodes, edges, ...(onFailure !== undefined && { onFailure }) } as FlowDocument['graph'],
    layout: Object.fromEntries(
      of('place').map(({ path, value }) => [path[1], value]),
    ) as FlowDocument['layout'],
    ...(notes.length > 0 && { notes }),
    ...(groups.length > 0 && { groups }),
    ...(samples.length > 0 && {
      samples: Object.fromEntries(samples.map(({ path, value }) => [path[1], value])) as NonNullable<
        FlowDocument['samples']
      >,
    }),
  };
}

type OfKind = (kind: Kind) => readonly Fact[];

function byKind(facts: Facts): OfKind {
  const kinds = Map.groupBy(facts.values(), ({ path }) => path[0]);
  return (kind) => kinds.get(kind) ?? [];
}

function nodesFrom(of: OfKind): readonly GraphNode[] {
  const params = Map.groupBy(of('param'), ({ path }) => path[1]);
  const titles = new Map(of('title').map(({ path, value }) => [path[1], value]));
  return of('node').map(({ path: [, id = ''], value }) => {
    const title = titles.get(id);
    return {
      id,
      ...(value as Pick<GraphNode, 'type' | 'v'>),
      ...(typeof title === 'string' && { title }),
      params: Object.fromEntries(
        (params.get(id) ?? []).map(({ path, value: param }) => [path[2], param]),
      ) as GraphNode['params'],
    };
  });
}

function notesFrom(of: OfKind): readonly StickyNote[] {
  const looks = Map.groupBy(of('look'), ({ path }) => path[1]);
  return of('note').flatMap(({ path: [, id = ''] }) => {
    const look = Object.fromEntries((looks.get(id) ?? []).map(({ path, value }) => [path[2], value]));
    const { text, colour, place, size } = look;
    if (typeof text !== 'string' || !place || !size) return [];
    return [{ id, text, colour, ...place, ...size } as StickyNote];
  });
}

function groupsFrom(of: OfKind, known: ReadonlySet<string>): readonly NodeGroup[] {
  const members = Map.groupBy(
    of('member').filter(({ path }) => known.has(path[1] ?? '')),
    ({ value }) => value,
  );
  const frames = Map.groupBy(of('frame'), ({ path }) => path[1]);
  return of('group').flatMap(({ path: [, id = ''] }) => {
    const nodes = (members.get(id) ?? []).map(({ path }) => path[1] ?? '');
    const { title, collapsed } = Object.fromEntries(
      (frames.get(id) ?? []).map(({ path, value }) => [path[2], value]),
    );
    if (nodes.length === 0) return [];
    return [{ id, title: String(title ?? ''), nodes, ...(collapsed === true && { collapsed }) }];
  });
}
