import type { Contact } from '../../nodes/contract/contact.ts';
import {
  type Conversation,
  type ConversationEvent,
  newConversation,
  versionsInside,
} from '../../nodes/contract/conversation.ts';
import type { FlowRef } from '../../nodes/contract/flow.ts';
import { type Advance, advance, alreadySeen } from '../engine/advance.ts';
import { explain } from '../engine/explain.ts';
import { startsOn } from '../engine/starts.ts';
import type { World } from '../engine/world.ts';
import {
  type JournalEntry,
  type PendingEffect,
  type StoredConversation,
  Unstorable,
} from '../store/store.ts';
import type { Conversations } from './conversations.ts';
import { LEASE_MS } from './lease.ts';
import type { Ports } from './ports.ts';

/** Whose conversation it is; a contact who is not known yet is made from it. */
export interface Party {
  readonly number: string;
  readonly contact: string;
  readonly phone?: string;
  readonly name?: string;
}

export const conversationId = ({ number, contact }: Party): string => `${number}:${contact}`;

/**
 * Lets an event move a conversation: load, decide, remember. Resolves to what was saved, or to nothing when
 * the conversation has seen the event before. Must run in the conversation's lane.
 */
export async function receive(
  ports: Ports,
  conversations: Conversations,
  party: Party,
  event: ConversationEvent,
): Promise<Advance | undefined> {
  const id = conversationId(party);
  for (;;) {
    const [stored, contact] = await Promise.all([
      conversations.read(id, () => newConversation(party.number, party.contact)),
      contactOf(ports, party, event.at),
    ]);
    if (isKnown(stored, event)) return undefined;
    await ports.workspace.have(versionsNeeded(stored.conversation, event));
    const world = await ports.workspace.worldFor(party.number, contact);
    const decided = decide(ports, world, stored.conversation, contact, event);
    await keepDrafts(ports, decided);
    // When another event was saved first, nothing has happened yet: it is decided anew from where things stand.
    const moved = await saved(ports, conversations, stored, event, decided);
    if (moved) return moved;
  }
}

/** Long after an event, its unwritten journal entry still tells that it has been taken in. */
const isKnown = ({ conversation, pending }: StoredConversation, event: ConversationEvent): boolean =>
  alreadySeen(conversation, event) || pending.some(({ effect }) => effect.id === journalId(event));

/** Remembers what was decided, and says what; nothing when another event was saved first. */
async function saved(
  ports: Ports,
  conversations: Conversations,
  stored: StoredConversation,
  event: ConversationEvent,
  decided: Advance,
): Promise<Advance | undefined> {
  const save = async (moved: Advance, told: ConversationEvent) =>
    (await conversations.save(remember(ports, stored, told, moved))) ? moved : undefined;
  try {
    return await save(decided, event);
  } catch (error) {
    if (!(error instanceof Unstorable)) throw error;
    ports.log.error(
      { event: event.id, conversation: stored.conversation.id, error },
      'what followed cannot be kept',
    );
    const { session: _, ...rest } = stored.conversation;
    const emptied = { ...rest, background: [], queue: [] };
    return save(
      toPeople(emptied, decided.contact, event, TOO_MUCH),
      'body' in event ? { ...event, body: null } : event,
    );
  }
}

async function contactOf({ store }: Ports, party: Party, at: number): Promise<Contact> {
  const known = await store.contacts.load(party.contact);
  if (known) return known;
  const contact: Contact = {
    id: party.contact,
    address: party.contact,
    tags: [],
    fields: {},
    ...(party.phone !== undefined && { phone: party.phone }),
    ...(party.name !== undefined && { name: party.name }),
  };
  await store.contacts.add(contact, at);
  return contact;
}

function versionsNeeded(conversation: Conversation, event: ConversationEvent): readonly FlowRef[] {
  const sessions = versionsInside(conversation);
  if (event.type === 'flowMoved') return [...sessions, { id: event.flow, version: event.to }];
  const origin =
    event.type === 'messageReceived' && event.message.kind === 'tap' ? event.message.origin : undefined;
  return origin ? [...sessions, { id: origin.flow, version: origin.version }] : sessions;
}

/** What a tester is inside, or may tap on later, must still be there when the draft has been edited. */
async function keepDrafts({ workspace }: Ports, { conversation, path }: Advance): Promise<void> {
  const met = path.map(({ flow }) => flow);
  const drafts = [...versionsInside(conversation), ...met].filter(({ version }) => version < 0);
  if (drafts.length > 0) await workspace.keep(drafts);
}

/** A bug of ours must not hold a conversation for ever: people get it, and the log says where to look. */
function decide(
  ports: Ports,
  world: World,
  conversation: Conversation,
  contact: Contact,
  event: ConversationEvent,
): Advance {
  try {
    return advance(world, { conversation, contact }, event);
  } catch (error) {
    ports.log.error(
      { event: event.id, conversation: conversation.id, error },
      'an event could not be decided',
    );
    const { session: _, ...rest } = conversation;
    return toPeople(rest, contact, event, OUR_FAULT);
  }
}

const OUR_FAULT = 'Sluice met an error of its own here; the log has the details.';
const TOO_MUCH = 'What the flow had gathered here became too much to keep; the log has the details.';
const REMEMBERED_EVENTS = 20;

/** Nothing more is decided here: people get the conversation, unless one of them has it. */
function toPeople(
  conversation: Conversation,
  contact: Contact,
  { id, at }: ConversationEvent,
  note: string,
): Advance {
  const { owner, queue, seen } = conversation;
  return {
    conversation: {
      ...conversation,
      queue: queue.filter((queued) => queued.id !== id),
      seen: [...seen.filter((known) => known !== id), id].slice(-REMEMBERED_EVENTS),
      owner: owner.is === 'agent' ? owner : { is: 'queue', since: at, priority: 'high', note },
    },
    contact,
    effects: [],
    path: [],
    ended: [],
  };
}

function remember(
  { processId, clock, workspace }: Ports,
  stored: StoredConversation,
  event: ConversationEvent,
  moved: Advance,
): StoredConversation {
  const now = clock();
  const answered = 'effect' in event ? event.effect : undefined;
  const entry = journalEntry(moved, event, startsOn(workspace.world(), moved.path));
  // A message that has to wait is told of once: when it is taken up.
  const told = moved.decision?.to === 'queue' ? [] : [entry];
  const owed = [
    ...moved.effects,
    ...told.map((entry) => ({ type: 'recordJournal' as const, id: journalId(event), entry })),
  ];
  return {
    conversation: moved.conversation,
    pending: [
      ...stored.pending.filter(({ effect }) => effect.id !== answered),
      ...owed.map((effect): PendingEffect => ({ effect, by: processId, until: now + LEASE_MS })),
    ],
    revision: stored.revision + 1,
    savedAt: now,
  };
}

const journalId = ({ id }: ConversationEvent): string => `${id}/journal`;

function journalEntry(
  { conversation, decision, path, effects, ended }: Advance,
  event: ConversationEvent,
  starts: readonly string[],
): JournalEntry {
  return {
    id: event.id,
    at: event.at,
    conversation: conversation.id,
    number: conversation.number,
    contact: conversation.contact,
    event,
    ...(decision && { to: decision.to, because: explain(decision) }),
    path,
    effects,
    ended,
    ...(starts.length > 0 && { starts }),
  };
}
