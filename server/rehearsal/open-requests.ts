import { sessionsOf, waitsFor } from '../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../nodes/contract/effect.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import type { Stage } from './stage.ts';

/** What the outside has been asked and has not answered yet. */
export interface OpenRequest {
  readonly effect: string;
  readonly type: 'httpRequest' | 'crmLookup';
  readonly request: IssuedEffect;
  /** Who asked; nobody when the session that did has gone meanwhile. */
  readonly asked?: AskedBy;
}

export interface AskedBy {
  readonly flow: FlowRef;
  readonly node: string;
  readonly title: string;
}

/** The open requests, oldest first. */
export const openRequests = (stage: Stage): readonly OpenRequest[] =>
  stage.open.map(({ effect, type, request }) => {
    const asked = askedBy(stage, effect);
    return { effect, type, request, ...(asked && { asked }) };
  });

/** The node that waits for the answer to an effect. */
export function askedBy({ conversation, world }: Stage, effect: string): AskedBy | undefined {
  const session = sessionsOf(conversation).find((waiting) => waitsFor(waiting, effect));
  if (session?.position.is !== 'waiting') return undefined;
  const { node } = session.position;
  const title = world.program(session.flow.id, session.flow.version)?.nodes.get(node)?.title ?? node;
  return { flow: session.flow, node, title };
}
