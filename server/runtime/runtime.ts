import { type Conversation, type ConversationEvent, timersOf } from '../../nodes/contract/conversation.ts';
import { type Advance, takeable } from '../engine/advance.ts';
import { knownConversations } from './conversations.ts';
import { createDebts } from './debts.ts';
import { createGovernor, type Governor } from './governor.ts';
import { createLanes } from './lanes.ts';
import { createPatience } from './patience.ts';
import { createPerformers } from './performers/performers.ts';
import type { Ports } from './ports.ts';
import { conversationId, type Party, receive } from './receive.ts';

/** The hands of the house: what happens goes in, and moves conversations. */
export interface Runtime {
  /** Resolves when the event has been decided and remembered; what follows from it goes on by itself. */
  receive(party: Party, event: ConversationEvent): Promise<Advance | undefined>;
  /** Wakes the sessions of a conversation whose moment has come. */
  wake(conversation: string): Promise<void>;
  /** Performs what a conversation still owes, also what other processes were to perform by a moment (epoch ms), or by now. */
  takeOver(conversation: string, dueBy?: number): Promise<void>;
  readonly governor: Governor;
  /** Resolves when nothing is being done any more. Call it when nothing new comes in. */
  idle(): Promise<void>;
  /** Finishes what is being done, and stops coming back to what has to wait: another process will, or the next start. */
  stop(): Promise<void>;
}

export function createRuntime(ports: Ports): Runtime {
  const lanes = createLanes();
  const conversations = knownConversations(ports.store.conversations);
  const governor = createGovernor();
  const performers = createPerformers(ports, governor, (conversation, event) => feed(conversation, event));
  const debts = createDebts(ports, lanes, conversations, performers);

  const patience = createPatience(ports.log);

  const take = (party: Party, event: ConversationEvent): Promise<Advance | undefined> => {
    const id = conversationId(party);
    return lanes.run(id, async () => {
      // Tried again in its lane, so that what comes later does not overtake it.
      const moved = await patience.with(id, () => receive(ports, conversations, party, event));
      // What follows keeps its place in the lane, before anything that comes later, but nobody waits for it. Also
      // after an event that was seen before: whoever saw it may not have come any further.
      void lanes.run(id, () => follow(id)).catch((error) => troubled(id, error));
      return moved;
    });
  };

  /** Takes an event that nobody waits for; should it fail, what is owed or unserved is found by the sweep. */
  const feed = ({ number, contact }: Party, event: ConversationEvent): void => {
    take({ number, contact }, event).catch((error: unknown) => troubled(event.id, error));
  };

  const follow = async (id: string): Promise<void> => {
    await debts.pay(id);
    const { conversation } = await conversations.read(id);
    const queued = takeable(conversation, ports.clock());
    if (queued) feed(conversation, queued);
  };

  const troubled = (id: string, error: unknown): void => {
    conversations.forget(id);
    ports.log.error({ about: id, error }, 'could not go on; the sweep will take it up');
  };

  return {
    receive: take,
    governor,
    wake: async (id) => {
      const conversation = (await ports.store.conversations.load(id))?.conversation;
      if (!conversation) return;
      for (const event of dueTimers(conversation, ports.clock())) await take(partyOf(conversation), event);
    },
    takeOver: (id, dueBy = ports.clock()) =>
      lanes.run(id, async () => {
        await debts.inherit(id, dueBy);
        await follow(id);
      }),
    idle: () => lanes.idle(),
    stop: async () => {
      patience.end();
      await lanes.idle();
      await debts.stop();
    },
  };
}

const partyOf = ({ number, contact }: Conversation): Party => ({ number, contact });

/** The timers that are due, as events, in the order of their moments. */
const dueTimers = (conversation: Conversation, now: number): readonly ConversationEvent[] =>
  timersOf(conversation)
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
    .map(({ effect }) => ({ id: `${effect}/fired`, at: now, type: 'timerFired', effect }));
