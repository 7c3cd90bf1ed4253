import { type AnyBulkWriteOperation, type Collection, type Db, MongoBulkWriteError } from 'mongodb';
import {
  type Conversation,
  nextWake,
  versionsInside,
  withPeople,
} from '../../../nodes/contract/conversation.ts';
import type { FlowRef } from '../../../nodes/contract/flow.ts';
import type { Session } from '../../../nodes/contract/session.ts';
import type {
  ConversationQuery,
  ConversationSummary,
  Conversations,
  PendingEffect,
  StoredConversation,
  Whereabouts,
} from '../store.ts';
import { AFTERWARDS, coalesce } from './coalesce.ts';
import { asUnstorable } from './unstorable.ts';

/** How long a queue may stand still before somebody looks after it. */
const QUEUE_MS = 30_000;

interface ConversationDocument extends Omit<Conversation, 'id'> {
  readonly _id: string;
  readonly pending: readonly PendingEffect[];
  readonly revision: number;
  /** Tells our own save from another's of the same revision. */
  readonly stamp: string;
  readonly savedAt: number;
  readonly sweepAt?: number;
  readonly wakeAt?: number;
  readonly attention?: number;
  /** The versions that its sessions are inside, as `flow@version`. */
  readonly inside?: readonly string[];
}

type Settlement = Pick<ConversationDocument, '_id' | 'revision' | 'pending' | 'stamp' | 'sweepAt'>;

export function mongoConversations(db: Db, processId: string): Conversations {
  const collection = db.collection<ConversationDocument>('conversations');
  let saves = 0;

  const load = coalesce(async (ids: readonly string[]) => {
    const found = await collection.find({ _id: { $in: [...new Set(ids)] } }).toArray();
    const byId = new Map(found.map((document) => [document._id, fromDocument(document)]));
    return ids.map((id) => byId.get(id));
  });

  const save = coalesce((documents: readonly ConversationDocument[]) => saveAll(collection, documents));

  const settle = coalesce(
    (settlements: readonly Settlement[]) => settleAll(collection, settlements),
    AFTERWARDS,
  );

  return {
    load,
    save: (next) => {
      saves += 1;
      return save(toDocument(next, `${processId}:${saves}`)).catch(asUnstorable);
    },
    settle: (next) => {
      saves += 1;
      return settle(toDocument(next, `${processId}:${saves}`));
    },
    abandoned: (now) => idsOf(collection, 'sweepAt', now),
    due: (now) => idsOf(collection, 'wakeAt', now),
    list: (query) => list(collection, query),
    countInside: async (versions) =>
      versions.length === 0 ? 0 : collection.countDocuments({ inside: within(versions) }),
    inside: (versions) => whereabouts(collection, versions),
  };
}

/** Which of the saves came first: one bulk write, and one look when not all of them did. */
async function saveAll(
  collection: Collection<ConversationDocument>,
  documents: readonly ConversationDocument[],
): Promise<readonly boolean[]> {
  const matched = await collection.bulkWrite(documents.map(saving), { ordered: false }).then(
    (result) => result.insertedCount + result.matchedCount,
    (error: unknown) => {
      if (error instanceof MongoBulkWriteError && [error.writeErrors].flat().every(isDuplicate)) return 0;
      throw error;
    },
  );
  return matched === documents.length ? documents.map(() => true) : whichCameFirst(collection, documents);
}

async function settleAll(
  collection: Collection<ConversationDocument>,
  settlements: readonly Settlement[],
): Promise<readonly boolean[]> {
  const { matchedCount } = await collection.bulkWrite(settlements.map(settling), { ordered: false });
  return matchedCount === settlements.length
    ? settlements.map(() => true)
    : whichCameFirst(collection, settlements);
}

async function whichCameFirst(
  collection: Collection<ConversationDocument>,
  writes: readonly Pick<ConversationDocument, '_id' | 'stamp'>[],
): Promise<readonly boolean[]> {
  const ids = writes.map(({ _id }) => _id);
  const now = await collection.find({ _id: { $in: ids } }, { projection: { stamp: 1 } }).toArray();
  const stamps = new Set(now.map(({ stamp }) => stamp));
  return writes.map(({ stamp }) => stamps.has(stamp));
}

const isDuplicate = ({ code }: { readonly code?: number }): boolean => code === 11000;

const saving = (document: ConversationDocument): AnyBulkWriteOperation<ConversationDocument> =>
  document.revision === 1
    ? { insertOne: { document } }
    : {
        replaceOne: { filter: { _id: document._id, revision: document.revision - 1 }, replacement: document },
      };

const settling = ({
  _id,
  revision,
  pending,
  stamp,
  sweepAt,
}: Settlement): AnyBulkWriteOperation<ConversationDocument> => ({
  updateOne: {
    filter: { _id, revision: revision - 1 },
    update: {
      $set: { pending, stamp, revision, ...(sweepAt !== undefined && { sweepAt }) },
      ...(sweepAt === undefined && { $unset: { sweepAt: true } }),
    },
  },
});

async function* idsOf(
  collection: Collection<ConversationDocument>,
  field: 'sweepAt' | 'wakeAt',
  now: number,
): AsyncGenerator<string> {
  const due = collection.find({ [field]: { $lte: now } }, { projection: { _id: 1 } });
  for await (const { _id } of due.sort({ [field]: 1 })) yield _id;
}

const keyOf = ({ id, version }: FlowRef): string => `${id}@${version}`;

/** One version is asked for by itself: that can be counted without reading anything. */
function within(versions: readonly FlowRef[]): string | { readonly $in: readonly string[] } {
  const [only = '', ...more] = versions.map(keyOf);
  return more.length === 0 ? only : { $in: [only, ...more] };
}

const PLACES = ['id', 'flow', 'position', 'stack.flow', 'stack.node', 'stack.onReturn'];
const WHERE: { readonly [field: string]: 1 } = Object.fromEntries([
  ...['number', 'contact', 'owner.is', 'revision'].map((field) => [field, 1]),
  ...['session', 'background'].flatMap((room) => PLACES.map((field) => [`${room}.${field}`, 1])),
]);

async function* whereabouts(
  collection: Collection<ConversationDocument>,
  versions: readonly FlowRef[],
): AsyncGenerator<Whereabouts> {
  if (versions.length === 0) return;
  for await (const found of collection.find({ inside: within(versions) }, { projection: WHERE })) {
    const { _id, number, contact, owner, revision, session, background } = found;
    const stand = (known: Session, isFront: boolean) => ({ ...known, isFront });
    yield {
      conversation: _id,
      number,
      contact,
      owner: owner.is,
      revision,
      sessions: [
        ...(session ? [stand(session, true)] : []),
        ...background.map((known) => stand(known, false)),
      ],
    };
  }
}

async function list(
  collection: Collection<ConversationDocument>,
  { owner, limit }: ConversationQuery,
): Promise<readonly ConversationSummary[]> {
  const documents = await collection
    .find({ attention: { $gt: 0 }, ...(owner && { 'owner.is': owner }) })
    .sort({ attention: 1 })
    .limit(limit)
    .toArray();
  return documents.map((document) => ({
    conversation: fromDocument(document).conversation,
    updatedAt: document.savedAt,
  }));
}

function toDocument(
  { conversation, pending, revision, savedAt }: StoredConversation,
  stamp: string,
): ConversationDocument {
  const { id, ...rest } = conversation;
  const wakeAt = nextWake(conversation);
  const sweepAt = sweepAtOf({ conversation, pending, revision, savedAt });
  const inside = versionsInside(conversation).map(keyOf);
  return {
    _id: id,
    ...rest,
    pending,
    revision,
    stamp,
    savedAt,
    ...(sweepAt !== undefined && { sweepAt }),
    ...(wakeAt !== undefined && { wakeAt }),
    ...(inside.length > 0 && { inside }),
    ...('since' in conversation.owner && { attention: conversation.owner.since }),
  };
}

/** What waits to be performed, or queues to be taken up, must be found by another process should this one die. */
function sweepAtOf({ conversation, pending, savedAt }: StoredConversation): number | undefined {
  if (pending.length > 0) return Math.min(...pending.map(({ until }) => until));
  return conversation.queue.length > 0 && !withPeople(conversation) ? savedAt + QUEUE_MS : undefined;
}

function fromDocument(document: ConversationDocument): StoredConversation {
  const { _id, pending, revision, savedAt, stamp, sweepAt, wakeAt, attention, inside, ...conversation } =
    document;
  return { conversation: { id: _id, ...conversation }, pending, revision, savedAt };
}
