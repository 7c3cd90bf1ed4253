import type { Governor } from '../governor.ts';
import { done, type Performers } from '../perform.ts';
import type { Ports } from '../ports.ts';
import { type Answer, crmLookup, httpRequest } from './http-request.ts';
import { sendMessage } from './send-message.ts';

/** Who does what. The short ones are here; each of the others has a file. */
export function createPerformers(ports: Ports, governor: Governor, answer: Answer): Performers {
  const { store, live } = ports;
  return {
    sendMessage: sendMessage(ports, governor),
    httpRequest: httpRequest(ports, answer),
    crmLookup: crmLookup(ports, answer),
    updateContact: async ({ patch }, { stored }) => {
      await store.contacts.patch(stored.conversation.contact, patch);
      return done;
    },
    // The conversation holds the timer, and was saved with it.
    startTimer: async () => done,
    // The conversation's owner, saved with it, is what hands it over.
    handOver: async () => done,
    reachGoal: async ({ id, goal, value, flow }, { stored: { conversation, savedAt } }) => {
      const { id: at, contact } = conversation;
      await store.goals.reach({
        id,
        goal,
        conversation: at,
        contact,
        at: savedAt,
        ...(value !== undefined && { value }),
        ...(flow && { flow: flow.id, version: flow.version }),
      });
      return done;
    },
    recordJournal: async ({ entry }) => {
      await store.journal.record(entry);
      live.publish({ type: 'journal', entry });
      return done;
    },
  };
}
