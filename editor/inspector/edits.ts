import { applyChange, type Change } from '../../nodes/contract/change.ts';
import type { Graph, GraphNode, Sample } from '../../nodes/contract/flow.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { FlowDocument } from '../desk/document.ts';

/** Carries out what a problem's fix or a field asks for. */
export const changed =
  (change: Change) =>
  (document: FlowDocument): FlowDocument => ({ ...document, graph: applyChange(document.graph, change) });

/** Sets the param at a path, or takes it away. */
export const withParam = (node: string, path: string, value: Json | undefined) =>
  changed(
    value === undefined ? { type: 'removeParam', node, path } : { type: 'setParam', node, path, value },
  );

const mapNode =
  (id: string, change: (node: GraphNode) => GraphNode) =>
  (document: FlowDocument): FlowDocument => ({
    ...document,
    graph: {
      ...document.graph,
      nodes: document.graph.nodes.map((node) => (node.id === id ? change(node) : node)),
    },
  });

/** Gives a node a name of its own, or takes it away. */
export const withTitle = (id: string, title: string) =>
  mapNode(id, ({ title: _, ...node }) => (title === '' ? node : { ...node, title }));

export const withParams = (id: string, params: JsonObject) => mapNode(id, (node) => ({ ...node, params }));

/** Takes nodes away with everything that hangs on them. */
export function withoutNodes(ids: readonly string[]) {
  const gone = new Set(ids);
  return ({ layout, samples, groups, ...document }: FlowDocument): FlowDocument => ({
    ...document,
    graph: ids.reduce(
      (graph: Graph, node) => applyChange(graph, { type: 'removeNode', node }),
      document.graph,
    ),
    layout: without(layout, gone),
    ...(samples && { samples: without(samples, gone) }),
    ...(groups && {
      groups: groups
        .map((group) => ({ ...group, nodes: group.nodes.filter((id) => !gone.has(id)) }))
        .filter(({ nodes }) => nodes.length > 0),
    }),
    ...(document.notes && { notes: document.notes.filter(({ id }) => !gone.has(id)) }),
  });
}

const without = <T>(
  things: { readonly [id: string]: T },
  gone: ReadonlySet<string>,
): { readonly [id: string]: T } => Object.fromEntries(Object.entries(things).filter(([id]) => !gone.has(id)));

const ASIDE = 40;

/** Nodes with copies of them beside, and the edges among the copies; `newIds` names each copy. */
export function withCopies(newIds: ReadonlyMap<string, string>) {
  return (document: FlowDocument): FlowDocument => {
    const { nodes, edges } = document.graph;
    const copies = nodes.flatMap((node) => {
      const id = newIds.get(node.id);
      return id === undefined ? [] : [{ ...node, id }];
    });
    const drawn = edges.flatMap(({ from, port, to }) => {
      const [begin, end] = [newIds.get(from), newIds.get(to)];
      return begin !== undefined && end !== undefined ? [{ from: begin, port, to: end }] : [];
    });
    const places = [...newIds].flatMap(([old, id]) => {
      const place = document.layout[old];
      return place ? [[id, { x: place.x + ASIDE, y: place.y + ASIDE }] as const] : [];
    });
    return {
      ...document,
      graph: { ...document.graph, nodes: [...nodes, ...copies], edges: [...edges, ...drawn] },
      layout: { ...document.layout, ...Object.fromEntries(places) },
    };
  };
}

/** Free ids for copies of nodes. */
export function copyIds(ids: readonly string[], graph: Graph): ReadonlyMap<string, string> {
  const taken = new Set(graph.nodes.map(({ id }) => id));
  return new Map(
    ids
      .filter((id) => taken.has(id))
      .map((id) => {
        const stem = id.replace(/-\d+$/, '');
        let n = 2;
        while (taken.has(`${stem}-${n}`)) n += 1;
        taken.add(`${stem}-${n}`);
        return [id, `${stem}-${n}`];
      }),
  );
}

/** Leads a way out to a node, instead of where it led before; without one it leads nowhere. */
export const withWay =
  (from: string, port: string, to: string | undefined) =>
  (document: FlowDocument): FlowDocument => {
    const others = document.graph.edges.filter((edge) => edge.from !== from || edge.port !== port);
    return {
      ...document,
      graph: { ...document.graph, edges: to === undefined ? others : [...others, { from, port, to }] },
    };
  };

/** Pins what the outside answers a node in rehearsals. */
export const withSample =
  (node: string, sample: Sample | undefined) =>
  ({ samples = {}, ...document }: FlowDocument): FlowDocument => {
    const { [node]: _, ...others } = samples;
    return { ...document, samples: sample ? { ...others, [node]: sample } : others };
  };

/** Says where conversations go when the flow fails; without anywhere, to the queue. */
export const withOnFailure =
  (onFailure: Graph['onFailure']) =>
  ({ graph: { onFailure: _, ...graph }, ...document }: FlowDocument): FlowDocument => ({
    ...document,
    graph: onFailure ? { ...graph, onFailure } : graph,
  });

/** Describes the flow; what is empty is left out. */
export const withAbout =
  (about: { readonly name?: string; readonly description?: string; readonly labels?: readonly string[] }) =>
  (document: FlowDocument): FlowDocument => {
    const { description, labels, ...rest } = { ...document, ...about };
    return {
      ...rest,
      ...(description !== undefined && description !== '' && { description }),
      ...(labels && labels.length > 0 && { labels }),
    };
  };
