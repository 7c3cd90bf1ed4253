import type { GraphNode } from '../../../nodes/contract/flow.ts';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import type { FlowFile } from './flow-file.ts';

/** A flow as text, always the same for the same flow: what changed in it is all that a diff shows. */
export function writeFlowFile(file: FlowFile): string {
  const { spec, name, description, labels, nodes, edges, layout, onFailure, notes, groups, samples } = file;
  const ordered = {
    spec,
    name,
    description,
    labels,
    onFailure: onFailure && { flow: onFailure.flow, team: onFailure.team },
    nodes: nodes.map(writeNode),
    edges: edges.map(({ from, port, to }) => ({ from, port, to })),
    layout: Object.fromEntries(
      nodes.flatMap(({ id }) => {
        const place = layout[id];
        return place ? [[id, { x: place.x, y: place.y }]] : [];
      }),
    ),
    notes,
    groups,
    samples: samples && sorted(samples),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

const writeNode = ({ id, type, v, title, params }: GraphNode) => ({
  id,
  type,
  v,
  title,
  params: sorted(params),
});

/** Forms write params in whatever order their fields were filled in. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}
