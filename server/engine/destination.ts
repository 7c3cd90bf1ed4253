import type { FlowMove } from '../../nodes/contract/conversation.ts';
import type { Session } from '../../nodes/contract/session.ts';
import type { Program, ProgramNode } from './world.ts';

/** Where somebody goes who is at a node while their flow gets another version. */
export type Destination =
  | { readonly is: 'stays' }
  | { readonly is: 'arrives'; readonly node: string }
  /** Nothing is left of what came next. */
  | { readonly is: 'leaves' };

/** Where somebody is in a flow. */
export interface Place {
  readonly node: string;
  /** A copy of a session that sleeps here for a follow-up: the session itself has gone on long ago. */
  readonly isCopy: boolean;
}

export const placeOf = ({ id, position }: Pick<Session, 'id' | 'position'>): Place | undefined =>
  position.is === 'waiting'
    ? { node: position.node, isCopy: position.on === 'time' && id.includes('~') }
    : undefined;

/**
 * Finds the way from a node of one version into another. Who is at a node that still exists stays there; else the
 * map tells, if it does; else the way goes on along the old flow, nearest first, to the first node that still exists.
 * A follow-up whose node is gone is not sent: its way on is the one that the session itself has gone already.
 */
export function destination(
  before: Program | undefined,
  after: Program,
  { node, isCopy }: Place,
  map: FlowMove['map'] = {},
): Destination {
  if (survives(before, after, node)) return { is: 'stays' };
  const wished = Object.hasOwn(map, node) ? map[node] : undefined;
  if (wished !== undefined && after.nodes.has(wished)) return { is: 'arrives', node: wished };
  const next = before && !isCopy ? nearest(before, after, node) : undefined;
  return next === undefined ? { is: 'leaves' } : { is: 'arrives', node: next };
}

/** Whether a node is still there: under the same id, and of the same type. */
function survives(before: Program | undefined, after: Program, node: string): boolean {
  const now = after.nodes.get(node);
  const old = before?.nodes.get(node);
  return now !== undefined && (old === undefined || old.type === now.type);
}

function nearest(before: Program, after: Program, from: string): string | undefined {
  const met = new Set([from]);
  const line = [from];
  for (const id of line) {
    if (id !== from && survives(before, after, id)) return id;
    const node = before.nodes.get(id);
    for (const next of node ? waysOn(node) : []) {
      if (met.has(next)) continue;
      met.add(next);
      line.push(next);
    }
  }
  return undefined;
}

/** Where a node leads when all goes well, in the order of its ports; silence and failure are no way on. */
const waysOn = ({ ports, next }: ProgramNode): readonly string[] =>
  (['main', 'done'] as const).flatMap((kind) =>
    [...ports.values()].flatMap(({ id, when = 'main' }) => {
      const target = next.get(id);
      return when === kind && target !== undefined ? [target] : [];
    }),
  );
