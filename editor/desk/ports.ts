import type { Ports } from './desk.ts';
import type { FlowDocument } from './document.ts';
import { isSame } from './same.ts';

/**
 * The ways out that the server answered, the same objects where they say the same, so that nothing is drawn anew; nodes
 * that it has not seen yet keep those of their type.
 */
export function keepPorts(before: Ports, answered: Ports, { graph }: FlowDocument): Ports {
  const kept = new Map<string, Ports[string]>();
  for (const { id } of graph.nodes) {
    const [was, is] = [before[id], answered[id]];
    const ports = was && is && isSame(was, is) ? was : (is ?? was);
    if (ports) kept.set(id, ports);
  }
  return { ...answered, ...Object.fromEntries(kept) };
}
