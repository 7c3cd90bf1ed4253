import type { Passage } from './run.ts';
import type { World } from './world.ts';

/** The flows that began on a path: those whose start was passed, from outside or from another flow. Each once. */
export function startsOn(world: World, path: readonly Passage[]): readonly string[] {
  const begun = path.filter(({ flow: { id, version }, node }) => {
    return world.program(id, version)?.nodes.get(node)?.type.trigger !== undefined;
  });
  return [...new Set(begun.map(({ flow }) => flow.id))];
}
