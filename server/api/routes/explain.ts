import { newConversation } from '../../../nodes/contract/conversation.ts';
import { type Explanation, explanationOf } from '../../engine/explanation.ts';
import { route as decide } from '../../engine/route.ts';
import { problems } from '../../problems.ts';
import { conversationId } from '../../runtime/receive.ts';
import { type Route, route } from '../route.ts';
import { foreignId, list, object, sentence, text, whole } from '../schema.ts';

const candidate = object(
  {
    flow: object({ id: { type: 'string' }, version: whole(1, 1e9) }),
    flowName: { type: 'string' },
    node: { type: 'string' },
    says: { type: 'string' },
    sentence,
    fit: { type: 'string' },
  },
  { word: { type: 'string' } },
);

/** Asks the router what it would do, without doing it. */
export const explainRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/explain',
    title: 'Who would get a text, and why; for a known contact, as their conversation stands',
    needs: 'flows.rehearse',
    body: object({ number: foreignId, text: text(4096) }, { contact: foreignId }),
    answer: object(
      { to: { type: 'string' }, because: { type: 'string' }, sentence, beaten: list(candidate) },
      { winner: candidate },
    ),
    refuses: [404],
    handle: async ({ deps, body: { number, text: words, contact = 'somebody' } }): Promise<Explanation> => {
      const { store, workspace, clock } = deps;
      if (!workspace.number(number)) throw problems.noSuch('number', number);
      const [stored, known] = await Promise.all([
        store.conversations.load(conversationId({ number, contact })),
        store.contacts.load(contact),
      ]);
      const before = {
        conversation: stored?.conversation ?? newConversation(number, contact),
        contact: known ?? { id: contact, address: contact, tags: [], fields: {} },
      };
      const message = { id: 'explain', kind: 'text', text: words } as const;
      return explanationOf(decide(workspace.world(), before, message, clock()));
    },
  }),
];
