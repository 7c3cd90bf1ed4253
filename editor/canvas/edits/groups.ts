import type { NodeGroup } from '../../../nodes/contract/flow.ts';
import type { FlowDocument } from '../../desk/document.ts';

/** Puts nodes together under a title. They leave the groups they were in. */
export function group(document: FlowDocument, made: NodeGroup): FlowDocument {
  const known = new Set(document.graph.nodes.map(({ id }) => id));
  const nodes = made.nodes.filter((id) => known.has(id));
  if (nodes.length === 0) return document;
  const taken = new Set(nodes);
  const others = (document.groups ?? []).flatMap((other) => {
    const left = other.nodes.filter((id) => !taken.has(id));
    return left.length === other.nodes.length ? [other] : left.length > 0 ? [{ ...other, nodes: left }] : [];
  });
  return { ...document, groups: [...others, { ...made, nodes }] };
}

/** Lets groups go; their nodes stay where they are. */
export function ungroup(document: FlowDocument, ids: ReadonlySet<string>): FlowDocument {
  const { groups = [], ...rest } = document;
  const left = groups.filter(({ id }) => !ids.has(id));
  if (left.length === groups.length) return document;
  return left.length > 0 ? { ...rest, groups: left } : rest;
}

/** Changes a group's title, or folds it. */
export const editGroup = (
  document: FlowDocument,
  id: string,
  change: (group: NodeGroup) => NodeGroup,
): FlowDocument => ({
  ...document,
  groups: (document.groups ?? []).map((other) => (other.id === id ? change(other) : other)),
});

/** Folds a group to one box, or opens it again. */
export const fold = (document: FlowDocument, id: string, isFolded: boolean): FlowDocument =>
  editGroup(document, id, ({ collapsed: _, ...rest }) => (isFolded ? { ...rest, collapsed: true } : rest));
