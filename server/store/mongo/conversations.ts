import { type AnyBulkWriteOperation, type Collection, type Db, MongoBulkWriteError } from 'mongodb';
import { type Conversation, nextWake } from '../../../nodes/contract/conversation.ts';
import type {
  ConversationQuery,
  ConversationSummary,
  Conversations,
  PendingEffect,
  StoredConversation,
} from '../store.ts';
import { AFTERWARDS, coalesce } from './coalesce.ts';

/** How long the process that saved effects has to perform them before another one may take over. */
const LEASE_MS = 30_000;

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
}

interface Settlement {
  readonly id: string;
  readonly revision: number;
  readonly pending: readonly PendingEffect[];
  readonly stamp: string;
}

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
      return save(toDocument(next, `${processId}:${saves}`));
    },
    settle: (id, revision, pending) => {
      saves += 1;
      return settle({ id, revision, pending, stamp: `${processId}:${saves}` });
    },
    hold: async (id, until) => {
      await collection.updateOne({ _id: id }, { $set: { sweepAt: until + LEASE_MS } });
    },
    abandoned: (now, limit) => idsOf(collection, 'sweepAt', now, limit),
    due: (now, limit) => idsOf(collection, 'wakeAt', now, limit),
    list: (query) => list(collection, query),
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
      if (error instanceof MongoBulkWriteError && error.code === DUPLICATE_KEY) return 0;
      throw error;
    },
  );
  return matched === documents.length
    ? documents.map(() => true)
    : whichCameFirst(
        collection,
        documents.map(({ _id: id, stamp }) => ({ id, stamp })),
      );
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
  writes: readonly { readonly id: string; readonly stamp: string }[],
): Promise<readonly boolean[]> {
  const ids = writes.map(({ id }) => id);
  const now = await collection.find({ _id: { $in: ids } }, { projection: { stamp: 1 } }).toArray();
  const stamps = new Set(now.map(({ stamp }) => stamp));
  return writes.map(({ stamp }) => stamps.has(stamp));
}

const DUPLICATE_KEY = 11000;

const saving = (document: ConversationDocument): AnyBulkWriteOperation<ConversationDocument> =>
  document.revision === 1
    ? { insertOne: { document } }
    : {
        replaceOne: { filter: { _id: document._id, revision: document.revision - 1 }, replacement: document },
      };

const settling = ({
  id,
  revision,
  pending,
  stamp,
}: Settlement): AnyBulkWriteOperation<ConversationDocument> => ({
  updateOne: {
    filter: { _id: id, revision },
    update: {
      $set: { pending, stamp, revision: revision + 1 },
      ...(pending.length === 0 && { $unset: { sweepAt: true } }),
    },
  },
});

async function idsOf(
  collection: Collection<ConversationDocument>,
  field: 'sweepAt' | 'wakeAt',
  until: number,
  limit: number,
): Promise<readonly string[]> {
  const found = collection.find({ [field]: { $lte: until } }, { projection: { _id: 1 } });
  return (
    await found
      .sort({ [field]: 1 })
      .limit(limit)
      .toArray()
  ).map(({ _id }) => _id);
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
  const withPeople = conversation.owner.is === 'queue' || conversation.owner.is === 'agent';
  // What waits to be performed, or queues to be taken up, must be found by another process should this one die.
  const unfinished = pending.length > 0 || conversation.queue.length > 0;
  return {
    _id: id,
    ...rest,
    pending,
    revision,
    stamp,
    savedAt,
    ...(unfinished && { sweepAt: savedAt + LEASE_MS }),
    ...(wakeAt !== undefined && { wakeAt }),
    ...(withPeople && 'since' in conversation.owner && { attention: conversation.owner.since }),
  };
}

function fromDocument(document: ConversationDocument): StoredConversation {
  const { _id, pending, revision, savedAt, stamp, sweepAt, wakeAt, attention, ...conversation } = document;
  return { conversation: { id: _id, ...conversation }, pending, revision, savedAt };
}
