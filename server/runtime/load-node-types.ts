import { readdir } from 'node:fs/promises';
import type { AnyNodeType } from '../../nodes/contract/node-type.ts';
import { collect, type Registry } from '../../nodes/contract/registry.ts';

const NODES = new URL('../../nodes/', import.meta.url);

/** Every folder of nodes/ that holds a node.ts is a node type. */
export async function loadNodeTypes(): Promise<Registry> {
  const files = (await readdir(NODES, { recursive: true })).filter((file) => /^[^/]+\/node\.ts$/.test(file));
  return collect(Object.fromEntries(await Promise.all(files.sort().map(load))));
}

async function load(file: string): Promise<[file: string, module: { node: AnyNodeType }]> {
  return [file, await import(new URL(file, NODES).href)];
}
