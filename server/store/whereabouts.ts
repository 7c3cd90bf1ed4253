import type { Conversation } from '../../nodes/contract/conversation.ts';
import type { Frame, Session } from '../../nodes/contract/session.ts';

/** Where somebody stands in flows, without what the flows know of them. */
export interface Whereabouts {
  readonly conversation: string;
  readonly number: string;
  readonly contact: string;
  readonly owner: Conversation['owner']['is'];
  readonly revision: number;
  /** The session in front first, if there is one. */
  readonly sessions: readonly (Pick<Session, 'id' | 'flow' | 'position'> & {
    readonly isFront: boolean;
    readonly stack: readonly Pick<Frame, 'flow' | 'node' | 'onReturn'>[];
  })[];
}
