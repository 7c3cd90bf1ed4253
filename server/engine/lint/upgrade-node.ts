import type { GraphNode } from '../../../nodes/contract/flow.ts';
import { isObject } from '../../../nodes/contract/json.ts';
import type { AnyNodeType } from '../../../nodes/contract/node-type.ts';
import { currentVersion } from '../../../nodes/contract/registry.ts';
import { upgrade } from '../compile.ts';

/** A node with the params that today's version of its type wants; undefined when its old params are too damaged. */
export function upgradeNode(type: AnyNodeType, node: GraphNode): GraphNode | undefined {
  const today = currentVersion(type);
  if (node.v >= today) return node;
  try {
    const params: unknown = upgrade(type, node);
    return isObject(params) ? { ...node, v: today, params } : undefined;
  } catch {
    // Upgrades are written for sound params; those of a damaged file may break them.
    return undefined;
  }
}
