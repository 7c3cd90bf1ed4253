import type { AnyNodeType } from './node-type.ts';

/** The node types that exist, by name. */
export type Registry = ReadonlyMap<string, AnyNodeType>;

const FOLDER = /([^/]+)\/node\.ts$/;

/** Builds the registry from loaded modules, keyed by path: the folder's name is the node type's name. */
export function collect(modules: { readonly [path: string]: { readonly node: AnyNodeType } }): Registry {
  const registry = new Map<string, AnyNodeType>();
  for (const [path, module] of Object.entries(modules)) {
    const name = FOLDER.exec(path)?.[1];
    if (name === undefined) throw new Error(`not a node module: ${path}`);
    registry.set(name, module.node);
  }
  return registry;
}

/** The version that params written today have. */
export const currentVersion = (type: AnyNodeType): number => (type.upgrades?.length ?? 0) + 1;
