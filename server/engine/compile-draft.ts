import type { FlowVersion, GraphNode } from '../../nodes/contract/flow.ts';
import type { AnyNodeType } from '../../nodes/contract/node-type.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import { compile, triggersOf } from './compile.ts';
import type { Program } from './world.ts';

/** What keeps a node of a draft from being played. */
export interface Unplayable {
  readonly node: string;
  readonly message: string;
}

/**
 * Makes a draft ready to be played, whatever it holds. A node that cannot be played, for what is `damaged` says so or
 * because its type refuses it, stays where it is, and whoever comes to it ends there with the sentence.
 */
export function compileDraft(
  types: Registry,
  version: FlowVersion,
  damaged: readonly Unplayable[] = [],
): { readonly program: Program; readonly unplayable: readonly Unplayable[] } {
  const unplayable = version.graph.nodes.flatMap((node): readonly Unplayable[] => {
    const known = damaged.find((other) => other.node === node.id);
    if (known) return [known];
    const message = refusalOf(types, version, node);
    return message === undefined ? [] : [{ node: node.id, message }];
  });
  if (unplayable.length === 0) return { program: compile(types, version), unplayable };
  const sentences = new Map(unplayable.map(({ node, message }) => [node, message]));
  const stuck = new Map([...types, ...[...sentences].map(([node, sentence]) => standIn(node, sentence))]);
  const nodes = version.graph.nodes.map((node) =>
    sentences.has(node.id)
      ? { ...node, type: standInName(node.id), params: {}, title: titleOf(types, node) }
      : node,
  );
  return {
    program: compile(stuck, { ...version, graph: { ...version.graph, nodes } }),
    unplayable,
  };
}

const titleOf = (types: Registry, { title, type }: GraphNode): string =>
  title ?? types.get(type)?.title ?? type;

/** Why a node cannot be made ready by itself. */
function refusalOf(types: Registry, version: FlowVersion, node: GraphNode): string | undefined {
  try {
    triggersOf(compile(types, { ...version, graph: { nodes: [node], edges: [] } }));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** No type of a node is called that: folders have no blanks in their names. */
const standInName = (node: string): string => `stand-in for ${node}`;

const standIn = (node: string, sentence: string): readonly [string, AnyNodeType] => [
  standInName(node),
  {
    title: node,
    doc: sentence,
    params: { type: 'object', properties: {}, additionalProperties: false },
    ports: () => [],
    enter: () => ({ move: 'end', why: 'failed', detail: sentence }),
  },
];
