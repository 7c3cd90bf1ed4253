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

/** Gives a node a name of its own; an empty one leaves it the name of its kind. */
export const withTitle = (id: string, title: string) =>
  mapNode(id, ({ title: _, ...node }) => (title.trim() === '' ? node : { ...node, title }));

export const withParams = (id: string, params: JsonObject) => mapNode(id, (node) => ({ ...node, params }));

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
