import type { FlowDocument } from '../document.ts';

/** Takes nodes, notes and groups off the canvas, with the edges of the nodes. A group's nodes stay. */
export function remove(document: FlowDocument, ids: ReadonlySet<string>): FlowDocument {
  const { graph, layout, notes = [], groups = [], samples = {}, ...rest } = document;
  const isKept = (id: string) => !ids.has(id);
  const nodes = graph.nodes.filter(({ id }) => isKept(id));
  const gone = new Set(graph.nodes.map(({ id }) => id).filter((id) => ids.has(id)));
  const keptNotes = notes.filter(({ id }) => isKept(id));
  const keptGroups = groups.flatMap((group) => {
    if (!isKept(group.id)) return [];
    if (!group.nodes.some((id) => gone.has(id))) return [group];
    const members = group.nodes.filter((id) => !gone.has(id));
    return members.length > 0 ? [{ ...group, nodes: members }] : [];
  });
  const isChanged = gone.size > 0 || keptNotes.length < notes.length || groups.some(({ id }) => ids.has(id));
  if (!isChanged) return document;
  const keptSamples = Object.entries(samples).filter(([id]) => !gone.has(id));
  return {
    ...rest,
    graph:
      gone.size === 0
        ? graph
        : { ...graph, nodes, edges: graph.edges.filter(({ from, to }) => !(gone.has(from) || gone.has(to))) },
    layout:
      gone.size === 0 ? layout : Object.fromEntries(Object.entries(layout).filter(([id]) => !gone.has(id))),
    ...(keptNotes.length > 0 && { notes: keptNotes }),
    ...(keptGroups.length > 0 && { groups: keptGroups }),
    ...(keptSamples.length > 0 && { samples: Object.fromEntries(keptSamples) }),
  };
}
