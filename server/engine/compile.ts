import type { Edge, FlowVersion, GraphNode } from '../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../nodes/contract/json.ts';
import type { AnyNodeType } from '../../nodes/contract/node-type.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Schema } from '../../nodes/contract/schema.ts';
import { parseTemplate } from '../../nodes/contract/template.ts';
import type { Program, ProgramNode, TriggerEntry } from './world.ts';

/** Makes a published version ready to run. Throws on a node type that does not exist: publishing refuses those. */
export function compile(types: Registry, version: FlowVersion): Program {
  const edges = Map.groupBy(version.graph.edges, ({ from }) => from);
  const nodes = version.graph.nodes.map((node) => compileNode(types, node, edges.get(node.id) ?? []));
  return {
    ref: { id: version.flow, version: version.version },
    name: version.name,
    order: version.order,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    entry: nodes.find(({ type }) => type.trigger),
    onFailure: version.graph.onFailure ?? {},
  };
}

/** The triggers of a program, ready to be asked. */
export const triggersOf = (program: Program): readonly TriggerEntry[] =>
  [...program.nodes.values()].flatMap(({ id, type, params }) =>
    type.trigger
      ? [
          {
            flow: program.ref,
            flowName: program.name,
            order: program.order,
            node: id,
            rule: type.trigger(params),
          },
        ]
      : [],
  );

function compileNode(types: Registry, node: GraphNode, edges: readonly Edge[]): ProgramNode {
  const type = types.get(node.type);
  if (!type) throw new Error(`unknown node type "${node.type}" at node "${node.id}"`);
  const params = upgrade(type, node);
  const fill = compileFill(type.params, params);
  return {
    id: node.id,
    title: node.title ?? type.title,
    type,
    params,
    fill: (scope) => (fill ? (fill(scope()) as JsonObject) : params),
    ports: new Map(type.ports(params).map((port) => [port.id, port])),
    next: new Map(edges.map(({ port, to }) => [port, to])),
  };
}

/** The params of a node as today's version of its type wants them. */
export const upgrade = (type: AnyNodeType, { v, params }: Pick<GraphNode, 'v' | 'params'>): JsonObject =>
  (type.upgrades ?? []).slice(v - 1).reduce((older, newer) => newer(older), params);

/** Params with the holes of their texts filled. Throws `TemplateError`. */
export const fillParams = (type: AnyNodeType, params: JsonObject, scope: JsonObject): JsonObject =>
  (compileFill(type.params, params)?.(scope) as JsonObject | undefined) ?? params;

type Fill = (scope: JsonObject) => Json;

/** How to fill the templates of a value, as its schema marks them; undefined when there are none to fill. */
function compileFill(schema: Schema | undefined, value: Json): Fill | undefined {
  if (schema === undefined) return undefined;
  if (schema.type === 'string') return compileText(schema.format, value);
  if (schema.type === 'array' && Array.isArray(value))
    return compileList((value as readonly Json[]).map((item) => [item, compileFill(schema.items, item)]));
  if (schema.type === 'object' && isObject(value))
    return compileFields(
      Object.entries(value).map(([key, field]) => [key, field, compileFill(schema.properties[key], field)]),
    );
  return undefined;
}

function compileText(format: string | undefined, value: Json): Fill | undefined {
  if (typeof value !== 'string' || (format !== 'template' && format !== 'url-template')) return undefined;
  const template = parseTemplate(value, format === 'url-template' ? 'url' : 'text');
  return template.reads.length > 0 || value.includes('{') ? template.fill : undefined;
}

function compileList(items: readonly (readonly [Json, Fill | undefined])[]): Fill | undefined {
  if (items.every(([, fill]) => !fill)) return undefined;
  return (scope) => items.map(([item, fill]) => (fill ? fill(scope) : item));
}

function compileFields(fields: readonly (readonly [string, Json, Fill | undefined])[]): Fill | undefined {
  if (fields.every(([, , fill]) => !fill)) return undefined;
  return (scope) => {
    const filled: { [key: string]: Json } = {};
    for (const [key, value, fill] of fields) filled[key] = fill ? fill(scope) : value;
    return filled;
  };
}
