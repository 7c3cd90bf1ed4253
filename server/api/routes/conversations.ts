import { randomUUID } from 'node:crypto';
import type { Conversation, ConversationEvent } from '../../../nodes/contract/conversation.ts';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import { problems } from '../../problems.ts';
import { conversationId } from '../../runtime/receive.ts';
import type { Identity } from '../access/identity.ts';
import type { ConversationSummaryView, ConversationView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { foreignId, list, map, object, text, truth, whole } from '../schema.ts';
import * as schemas from '../schemas/conversations.ts';

/** Talks with people, and what agents do in them. */
export const conversationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/conversations',
    title: 'Conversations that wait for people or that people have, the longest waiting first',
    needs: 'conversations.read',
    query: object({}, { owner: { type: 'string', enum: ['queue', 'agent'] }, limit: whole(1, 500) }),
    answer: list(schemas.summary),
    handle: async ({ deps, query: { owner, limit = 100 } }) => {
      const found = await deps.store.conversations.list({ ...(owner && { owner }), limit });
      return Promise.all(
        found.map(({ conversation, updatedAt }) => summaryOf(deps, conversation, updatedAt)),
      );
    },
  }),
  route({
    method: 'post',
    path: '/conversations',
    title: 'Starts a flow for a contact on a number',
    needs: 'conversations.answer',
    body: object(
      { number: foreignId, contact: foreignId, flow: { type: 'string', maxLength: 64 } },
      { set: map({}), id: schemas.eventId },
    ),
    answer: schemas.conversation,
    refuses: [404, 409],
    handle: async ({ deps, body: { number, contact, flow, set, id } }) => {
      if (!deps.workspace.number(number)) throw problems.noSuch('number', number);
      if (!(await deps.store.flows.get(flow))) throw problems.noSuch('flow', flow);
      if (!deps.workspace.world().program(flow)) throw problems.notPublished(flow);
      const event = { type: 'flowRequested', flow, ...(set && { set: set as JsonObject }) } as const;
      await happen(deps, { number, contact }, event, id);
      return conversationView(deps, conversationId({ number, contact }));
    },
  }),
  route({
    method: 'get',
    path: '/conversations/:id',
    title: 'A conversation with its latest messages and what happened in it',
    needs: 'conversations.read',
    answer: schemas.conversation,
    refuses: [404],
    handle: ({ deps, param }) => conversationView(deps, param('id')),
  }),
  route({
    method: 'post',
    path: '/conversations/:id/claim',
    title: 'An agent takes a conversation',
    needs: 'conversations.answer',
    body: object(
      { agent: schemas.agent },
      { fromAnother: { ...truth, description: 'Also when another agent has it.' } },
    ),
    answer: schemas.conversation,
    refuses: [404, 409],
    handle: async ({ deps, param, body: { agent: given, fromAnother = false }, who }) => {
      const agent = agentOf(who, given);
      const before = await knownConversation(deps, param('id'));
      if (!fromAnother) refuseIfAnothers(before, agent);
      await happen(deps, before, { type: 'agentClaimed', agent });
      return conversationView(deps, before.id);
    },
  }),
  route({
    method: 'post',
    path: '/conversations/:id/messages',
    title: 'An agent writes; the conversation becomes theirs',
    needs: 'conversations.answer',
    body: object({ agent: schemas.agent, text: text(4096) }, { id: schemas.eventId }),
    answer: schemas.conversation,
    refuses: [404, 409],
    handle: async ({ deps, param, body: { agent: given, text: words, id }, who }) => {
      const agent = agentOf(who, given);
      const before = await knownConversation(deps, param('id'));
      refuseIfAnothers(before, agent);
      await happen(deps, before, { type: 'agentWrote', agent, message: { kind: 'text', text: words } }, id);
      return conversationView(deps, before.id);
    },
  }),
  route({
    method: 'post',
    path: '/conversations/:id/release',
    title: 'People give a conversation back: to the flow that waits for it, or to nobody',
    needs: 'conversations.answer',
    body: object({ how: schemas.release }, { note: text(1000) }),
    answer: schemas.conversation,
    refuses: [404, 409],
    handle: async ({ deps, param, body: { how, note } }) => {
      const before = await knownConversation(deps, param('id'));
      const { owner } = before;
      if (owner.is !== 'queue' && owner.is !== 'agent') throw problems.notWithPeople();
      const effect = owner.effect ?? '';
      await happen(deps, before, {
        type: 'agentReleased',
        effect,
        how,
        ...(note !== undefined && { note }),
      });
      return conversationView(deps, before.id);
    },
  }),
];

type Deed<E = ConversationEvent> = E extends ConversationEvent ? Omit<E, 'id' | 'at'> : never;

/** Something that people do to a conversation; the same id twice is once. */
async function happen(
  { runtime, clock }: ApiDeps,
  { number, contact }: Pick<Conversation, 'number' | 'contact'>,
  deed: Deed,
  id: string = randomUUID(),
): Promise<void> {
  await runtime.receive({ number, contact }, { ...deed, id: `api:${id}`, at: clock() });
}

async function knownConversation({ store }: ApiDeps, id: string): Promise<Conversation> {
  const stored = await store.conversations.load(id);
  if (!stored) throw problems.noSuch('conversation', id);
  return stored.conversation;
}

/** Whoever has an account answers under their own name; programs say for whom they speak. */
const agentOf = (who: Identity, given: string): string => (who.kind === 'user' ? who.user.name : given);

/** Two people must not answer one customer without knowing of each other. */
function refuseIfAnothers({ owner }: Conversation, agent: string): void {
  if (owner.is === 'agent' && owner.agent !== agent) throw problems.withAnotherAgent(owner.agent);
}

async function summaryOf(
  { store }: ApiDeps,
  { id, number, contact, owner }: Conversation,
  updatedAt: number,
): Promise<ConversationSummaryView> {
  const { name, phone } = (await store.contacts.load(contact)) ?? {};
  const known = { id: contact, ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  return { id, number, contact: known, owner, updatedAt };
}

async function conversationView(deps: ApiDeps, id: string): Promise<ConversationView> {
  const conversation = await knownConversation(deps, id);
  const { store } = deps;
  const [contact, messages, journal] = await Promise.all([
    store.contacts.load(conversation.contact),
    store.messages.of(id, 50),
    store.journal.latest(50, id),
  ]);
  const unknown = { id: conversation.contact, address: conversation.contact, tags: [], fields: {} };
  return { conversation, contact: contact ?? unknown, messages, journal };
}
