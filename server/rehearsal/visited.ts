import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { type Reason, reason } from '../../nodes/contract/reason.ts';
import { momentIn } from '../../nodes/contract/reason-hours.ts';
import type { Seen } from '../engine/world.ts';

/** A node that was passed, and why it decided as it did. */
export interface Visited {
  readonly session: string;
  readonly flow: FlowRef;
  readonly node: string;
  readonly title: string;
  /** The way out it was left by; without one it waits, ends or enters another flow. */
  readonly port?: string;
  readonly why: readonly Reason[];
  /** The variables it gave a value. */
  readonly set: readonly string[];
}

/** Writes down what every node had to say, and the variables as it left them. */
export function watcher(visited: Visited[], vars: Map<string, JsonObject>): (seen: Seen) => void {
  return (seen) => {
    const { session, flow, node, visit, outcome } = seen;
    vars.set(session, { ...visit.vars, ...outcome.set });
    visited.push({
      session,
      flow,
      node: node.id,
      title: node.title,
      ...(outcome.move === 'leave' && { port: outcome.by }),
      why: [...reasonsOf(seen), ...windowReasons(seen)],
      set: Object.keys(outcome.set ?? {}),
    });
  };
}

/** Asked at once: what the node saw is only true now. */
function reasonsOf({ node, visit, outcome, event }: Seen): readonly Reason[] {
  try {
    return node.type.why?.(visit, outcome, event) ?? [];
  } catch {
    return []; // A draft may hold anything, and an explanation must not stop what would go on without it.
  }
}

/** Of every node that speaks: the engine closes the window, not the node. */
function windowReasons({ node, visit, outcome }: Seen): readonly Reason[] {
  const isClosed = outcome.move === 'leave' && outcome.by === 'windowClosed';
  if (!isClosed || node.ports.get('windowClosed')?.when !== 'window') return [];
  const { lastInboundAt, scope } = visit;
  return lastInboundAt === undefined
    ? [reason('The contact has never written, so only an approved template may be sent')]
    : [
        reason('The contact last wrote {since}; after 24 hours only an approved template may be sent', {
          since: momentIn(lastInboundAt, String(scope['timeZone'] ?? 'UTC')),
        }),
      ];
}
